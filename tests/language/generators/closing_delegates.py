# GeneratorExit closes what is delegated to before it is thrown in; what runs, waits and delegates can be asked.
def inner(kind):
    try:
        yield 1
    except GeneratorExit as error:
        print("inner", kind)
        if kind == "yield":
            yield 2
        if kind == "return":
            return 3
        if kind == "raise":
            raise ValueError("from inner")
        raise


def outer(kind):
    try:
        return (yield from inner(kind))
    except BaseException as error:
        print("outer", type(error).__name__, error, error is given)
        raise
    finally:
        print("outer ends")


for kind in ("again", "yield", "return", "raise"):
    for how in ("close", "throw"):
        given = GeneratorExit("given")
        generator = outer(kind)
        next(generator)
        try:
            print(kind, how, generator.close() if how == "close" else generator.throw(given))
        except BaseException as error:
            print(kind, how, type(error).__name__, error)


def deep(n):
    try:
        yield from (deep(n - 1) if n else [1, 2])
    finally:
        print("deep", n)


generator = deep(3)
next(generator)
generator.close()


def a():
    print(top.gi_running, top.gi_suspended, top.gi_yieldfrom)
    print(middle.gi_running, middle.gi_suspended, middle.gi_yieldfrom)
    yield
    print(top.gi_running, top.gi_suspended, top.gi_yieldfrom)


def b():
    yield from a()


def c():
    yield from middle


middle = b()
top = c()
next(top)
print(top.gi_running, top.gi_suspended, top.gi_yieldfrom is middle, middle.gi_suspended)
print(list(top))


class Odd:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print("closed")
        return 5


def odd():
    yield from Odd()


generator = odd()
next(generator)
try:
    generator.throw(GeneratorExit)
except GeneratorExit:
    print("left")
