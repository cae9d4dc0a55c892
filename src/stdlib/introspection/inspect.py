"""What is known about live objects: modules, classes, functions, frames.

Where objects were written is `inspect_source.py`, their attributes are `inspect_attributes.py`, and what calls take is
`inspect_signatures.py`.
"""
import sys
import types

if __name__ == '__main__':
    # Run by `-m`, it is a program; the module itself is another.
    import inspect
    inspect._show(sys.argv[1:])
    raise SystemExit

from _types import _gives_coroutines

__all__ = [
    "AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "ArgInfo", "Arguments", "Attribute",
    "BlockFinder", "BoundArguments", "BufferFlags", "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED",
    "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR", "CO_ITERABLE_COROUTINE", "CO_NESTED", "CO_NEWLOCALS",
    "CO_NOFREE", "CO_OPTIMIZED", "CO_VARARGS", "CO_VARKEYWORDS", "ClassFoundException", "ClosureVars", "EndOfBlock",
    "FrameInfo", "FullArgSpec", "GEN_CLOSED", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "Parameter", "Signature",
    "TPFLAGS_IS_ABSTRACT", "Traceback", "classify_class_attrs", "cleandoc", "currentframe", "findsource",
    "formatannotation", "formatannotationrelativeto", "formatargvalues", "get_annotations", "getabsfile", "getargs",
    "getargvalues", "getasyncgenlocals", "getasyncgenstate", "getattr_static", "getblock", "getcallargs",
    "getclasstree", "getclosurevars", "getcomments", "getcoroutinelocals", "getcoroutinestate", "getdoc", "getfile",
    "getframeinfo", "getfullargspec", "getgeneratorlocals", "getgeneratorstate", "getinnerframes", "getlineno",
    "getmembers", "getmembers_static", "getmodule", "getmodulename", "getmro", "getouterframes", "getsource",
    "getsourcefile", "getsourcelines", "indentsize", "isabstract", "isasyncgen", "isasyncgenfunction", "isawaitable",
    "isbuiltin", "isclass", "iscode", "iscoroutine", "iscoroutinefunction", "isdatadescriptor", "isframe",
    "isfunction", "isgenerator", "isgeneratorfunction", "isgetsetdescriptor", "ismemberdescriptor", "ismethod",
    "ismethoddescriptor", "ismethodwrapper", "ismodule", "isroutine", "istraceback", "markcoroutinefunction",
    "signature", "stack", "trace", "unwrap", "walktree",
]
CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING = "AGEN_CREATED", "AGEN_RUNNING"
AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_SUSPENDED", "AGEN_CLOSED"


def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether it is a bound method of a script's function."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Whether it is a function that a script defined."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """Whether it is a built-in function or bound method."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Whether it is a bound special method of a built-in type."""
    return isinstance(object, types.MethodWrapperType)


def ismethoddescriptor(object):
    """Whether it is a descriptor that is no data descriptor, no function, no method and no class."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    if any(base.__name__ == "partial" and base.__module__ == "functools" for base in kind.__mro__):
        # It has a `__get__` that only warns.
        return False
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    """Whether it is a data descriptor."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """Whether it is a descriptor of a slot."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Whether it is a descriptor of a computed attribute of a built-in type."""
    return isinstance(object, types.GetSetDescriptorType)


def isroutine(object):
    """Whether it is any kind of function or method."""
    return (
        isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
        or ismethodwrapper(object))


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, types.CodeType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, types.FrameType)


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    """Whether it is an async generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Whether it can be awaited."""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return hasattr(type(object), "__await__")


def isabstract(object):
    """Whether it is a class with abstract methods."""
    if not isclass(object):
        return False
    if "__abstractmethods__" in vars(object):
        return bool(object.__abstractmethods__)
    import abc
    if not issubclass(type(object), abc.ABCMeta):
        return bool(object.__flags__ & TPFLAGS_IS_ABSTRACT)
    # ABCMeta has not finished it yet.
    if any(getattr(value, "__isabstractmethod__", False) for value in vars(object).values()):
        return True
    return any(
        getattr(getattr(object, name, None), "__isabstractmethod__", False)
        for base in object.__bases__ for name in getattr(base, "__abstractmethods__", ()))


def _function_of(obj):
    while True:
        if ismethod(obj):
            obj = obj.__func__
        elif type(obj).__name__ == "partial" and hasattr(obj, "func"):
            obj = obj.func
        elif type(obj).__name__ == "partialmethod" and hasattr(obj, "func"):
            obj = obj.func
        elif type(getattr(obj, "__partialmethod__", None)).__name__ == "partialmethod":
            obj = obj.__partialmethod__
        else:
            return obj


def _has_flag(obj, flag):
    obj = _function_of(obj)
    if not isfunction(obj) and not _looks_like_function(obj):
        return False
    return bool(obj.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether calling it gives a generator."""
    return _has_flag(obj, CO_GENERATOR)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    """Let iscoroutinefunction() say yes."""
    getattr(func, "__func__", func)._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    """Whether calling it gives a coroutine."""
    function = _function_of(obj)
    if getattr(function, "_is_coroutine_marker", None) is _is_coroutine_mark:
        return True
    if _gives_coroutines(getattr(obj, '__func__', function)):
        return True
    return _has_flag(function, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Whether calling it gives an async generator."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def _state(running, suspended, frame, names):
    if running:
        return names[1]
    if suspended:
        return names[2]
    return names[3] if frame is None else names[0]


def getgeneratorstate(generator):
    """Where a generator stands."""
    names = GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame, names)


def getcoroutinestate(coroutine):
    """Where a coroutine stands."""
    names = CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame, names)


def getasyncgenstate(agen):
    """Where an async generator stands."""
    names = AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame, names)


def getgeneratorlocals(generator):
    """The variables of a generator."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


def getcoroutinelocals(coroutine):
    """The variables of a coroutine."""
    return coroutine.cr_frame.f_locals if coroutine.cr_frame is not None else {}


def getmembers(object, predicate=None):
    """Pairs of names and values of all attributes, in order of names."""
    names = dir(object)
    mro = ()
    if isclass(object):
        mro = (object, *getmro(object))
        try:
            for base in object.__bases__:
                names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]
        except AttributeError:
            pass
    nothing, found, seen = [], [], set()
    for key in names:
        value = getattr(object, key, nothing)
        if key in seen or value is nothing:
            value = next((base.__dict__[key] for base in mro if key in base.__dict__), nothing)
        if value is nothing:
            continue
        if not predicate or predicate(value):
            found.append((key, value))
        seen.add(key)
    return sorted(found, key=lambda pair: pair[0])


def getmro(cls):
    """The classes whose attributes a class has, itself first."""
    return cls.__mro__


def unwrap(func, *, stop=None):
    """The function behind all decorators that used functools.wraps()."""
    first = func
    seen = {id(func)}
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


def indentsize(line):
    """How far a line is indented."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def cleandoc(doc):
    """A docstring without the indentation that all its lines have."""
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")), default=None)
    lines[0] = lines[0].lstrip(" ")
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _class_of(function):
    """The class that a function was defined in, by its dotted name."""
    found = sys.modules.get(function.__module__)
    for part in function.__qualname__.split(".")[:-1]:
        found = getattr(found, part, None)
    return found if isclass(found) else None


def _name_and_class(obj):
    """Under which name a class has an object, and which class that is; without one: None."""
    if ismethod(obj):
        owner = obj.__self__
        return obj.__func__.__name__, owner if isclass(owner) else type(owner)
    if isfunction(obj):
        return obj.__name__, _class_of(obj)
    if isbuiltin(obj):
        owner = obj.__self__
        return obj.__name__, owner if isclass(owner) else type(owner)
    if isinstance(obj, property):
        return obj.fget.__name__, _class_of(obj.fget)
    if ismethoddescriptor(obj) or isdatadescriptor(obj):
        return obj.__name__, obj.__objclass__
    func = getattr(obj, "func", None)
    if isfunction(func) and hasattr(obj, "attrname"):
        return func.__name__, _class_of(func)
    return None, None


def _find_doc(obj):
    if obj is None:
        return None
    if isclass(obj):
        docs = (base.__dict__.get("__doc__") for base in obj.__mro__ if base is not object)
        return next((doc for doc in docs if doc is not None), None)
    name, cls = _name_and_class(obj)
    if cls is None:
        return None
    if ismemberdescriptor(obj):
        slots = getattr(cls, "__slots__", None)
        if isinstance(slots, dict) and name in slots:
            return slots[name]
    found = (getattr(base, name) for base in cls.__mro__ if hasattr(base, name))
    docs = (getattr(each, "__doc__", None) for each in found)
    return next((doc for doc in docs if doc is not None), None)


def getdoc(object):
    """The docstring, cleaned; that of a base class if there is none."""
    doc = getattr(object, "__doc__", False)
    if doc is None:
        try:
            doc = _find_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


class _Fields(tuple):
    """A tuple whose items have names."""

    _fields = ()

    def __new__(cls, *args, **kwargs):
        values = list(args) + [kwargs.pop(name) for name in cls._fields[len(args):]]
        self = tuple.__new__(cls, values)
        self.__dict__.update(kwargs)
        return self

    def __init_subclass__(cls):
        for place, name in enumerate(cls._fields):
            setattr(cls, name, property(lambda self, place=place: self[place]))

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, **changes):
        return type(self)(*(changes.get(name, value) for name, value in zip(self._fields, self)))

    def __repr__(self):
        parts = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"{type(self).__name__}({parts})"


from _inspect_attributes import Attribute, classify_class_attrs, getattr_static
from _inspect_source import (
    FrameInfo, Traceback, _show, currentframe, findsource, getblock, getcomments, getfile, getframeinfo,
    getinnerframes, getlineno, getmodule, getmodulename, getouterframes, getsource, getsourcefile, getsourcelines,
    stack, trace,
)
from _inspect_signatures import (
    BoundArguments, ClosureVars, FullArgSpec, Parameter, Signature, _empty, _looks_like_function, _ParameterKind,
    formatannotation, get_annotations, getcallargs, getclosurevars, getfullargspec, signature,
)
from _inspect_more import (
    CO_NOFREE, ArgInfo, Arguments, BlockFinder, ClassFoundException, EndOfBlock, formatannotationrelativeto,
    formatargvalues, getabsfile, getargs, getargvalues, getasyncgenlocals, getclasstree, getmembers_static, walktree)


def __getattr__(name):
    if name == "BufferFlags":
        # Few ask for it, and it takes the whole of enum.
        from _inspect_more import buffer_flags
        globals()[name] = buffer_flags()
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
