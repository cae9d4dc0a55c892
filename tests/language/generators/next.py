# A generator runs up to its yields.
def g():
    print("start")
    yield 1
    print("between")
    yield 2
    print("end")
it = g()
print("made")
print(next(it))
print(next(it))
try:
    next(it)
except StopIteration as stop:
    print("stop", stop.value)
print(next(it, "default"))
