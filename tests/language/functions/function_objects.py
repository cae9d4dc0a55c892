# Functions made from code, cells, flags of code, exec with a closure.
import types


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


def plain():
    pass


def outer(x):
    def inner():
        return x

    class C:
        def m(self):
            pass

    return inner, C.m


def var(*a, **k):
    yield


async def co():
    pass


async def ag():
    yield


for f in (plain, *outer(1), var, co, ag, lambda: 0):
    print(f.__name__, f.__code__.co_flags)
print(compile("1", "x", "eval").co_flags, compile("1", "x", "exec").co_flags)


def g(a, b=1, *, c=2):
    return a, b, c


for name in ("__closure__", "__globals__", "__builtins__"):
    attempt(lambda: setattr(g, name, None))
attempt(lambda: setattr(g, "__code__", 3))
attempt(lambda: delattr(g, "__code__"))
copied = types.FunctionType(g.__code__, g.__globals__, "copied", (5, 6), None, {"c": 7})
print(copied(), copied.__name__, copied.__qualname__)
inner = outer(1)[0]
attempt(lambda: types.FunctionType(inner.__code__, globals(), None, None, (types.CellType(5),))())
attempt(lambda: types.FunctionType(3, {}))
attempt(lambda: types.FunctionType(g.__code__, 3))
attempt(lambda: types.FunctionType(g.__code__, globals(), 3))
attempt(lambda: types.FunctionType(g.__code__, globals(), None, 3))
attempt(lambda: types.FunctionType(inner.__code__, globals()))
attempt(lambda: types.FunctionType(inner.__code__, globals(), None, None, ()))
attempt(lambda: types.FunctionType(inner.__code__, globals(), None, None, (3,)))
cell = types.CellType
attempt(lambda: cell().cell_contents)
print(cell(3) == cell(3), cell(3) < cell(4), cell() == cell(), cell() < cell(1), cell(1) != cell(1), cell() >= cell(1))
attempt(lambda: cell(3) < cell("a"))
attempt(lambda: hash(cell(3)))
print(repr(cell()).partition(" at ")[0], repr(cell()).rpartition(": ")[2], repr(cell([])).split()[3:5])
attempt(lambda: exec(inner.__code__))
attempt(lambda: exec(inner.__code__, closure=(cell(1), cell(2))))
attempt(lambda: exec(inner.__code__, closure=(cell(1),)))
attempt(lambda: exec("1", closure=()))
attempt(lambda: exec(compile("1", "", "exec"), closure=(cell(1),)))
attempt(lambda: compile("a\0b", "f", "exec"))
