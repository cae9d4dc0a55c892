# A module's annotations are made when asked for; how modules show; built-in names of one's own.
import types

m = types.ModuleType("foo")
print(m.__annotations__, "__annotations__" in m.__dict__)
del m.__annotations__
try:
    del m.__annotations__
except AttributeError as error:
    print(error)


class Loader:
    def __repr__(self):
        return "<a loader>"


print(m)
m.__loader__ = Loader()
print(m)
del m.__name__
print(m)
m.__file__ = "place.py"
print(m)
for code in ("import sys", "from sys import path", "open('x')", "len([])"):
    try:
        exec(code, {"__builtins__": {"len": lambda x: print("own len")}})
    except Exception as error:
        print(type(error).__name__, error)
