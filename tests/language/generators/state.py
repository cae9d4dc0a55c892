# A generator tells its name and where it stands.
def count():
    yield 1
it = count()
print(it.__name__, it.__qualname__, it.gi_running, it.gi_frame is not None, it.gi_yieldfrom)  # expect: count count False True None
print(it)  # expect: <generator object count at 0x...>
next(it)
list(it)
print(it.gi_frame)  # expect: None
print(iter(it) is it)  # expect: True
