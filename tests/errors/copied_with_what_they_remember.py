# What exceptions remember beside their arguments goes into copies of them, and a new `__init__` forgets it.
import copy
import pickle


def shown(error):
    names = ("errno", "filename", "filename2", "name", "path", "obj", "msg")
    return {name: getattr(error, name) for name in names if hasattr(error, name)}


class Missing(ImportError):
    pass


errors = [
    FileNotFoundError(2, "No such file", "a.txt"),
    OSError(1, "not allowed", "from", None, "to"),
    ImportError("no", name="mod", path="mod.py"),
    AttributeError("no", name="attr", obj=[1]),
    Missing("gone", name="mod"),
]
errors[-1].hint = "look again"
for error in errors:
    print(repr(error), error.__reduce__())
    for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        print("   ", type(other).__name__, other.args, shown(other), other.__dict__)

error = ImportError("no", name="mod", path="mod.py")
error.__init__("other")
print(error.name, error.path, error.msg)
try:
    AttributeError("no", nam="attr")
except TypeError as refusal:
    print(refusal)

error = BlockingIOError(11, "later", 5)
print(error.characters_written)
del error.characters_written
for attempt in range(2):
    try:
        del error.characters_written
    except AttributeError as refusal:
        print("AttributeError:", refusal)
