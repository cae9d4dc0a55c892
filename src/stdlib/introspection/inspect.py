"""What is known about live objects: modules, classes, functions, frames."""

import sys
import types
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
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


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
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def _function_of(obj):
    while True:
        if ismethod(obj):
            obj = obj.__func__
        elif type(obj).__name__ == "partial" and hasattr(obj, "func"):
            obj = obj.func
        elif type(obj).__name__ == "partialmethod" and hasattr(obj, "func"):
            obj = obj.func
        else:
            return obj


def _has_flag(obj, flag):
    obj = _function_of(obj)
    if not isfunction(obj):
        return False
    return bool(obj.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether calling it gives a generator."""
    return _has_flag(obj, CO_GENERATOR)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    """Let iscoroutinefunction() say yes."""
    getattr(func, "__func__", func)._is_coroutine_mark = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    """Whether calling it gives a coroutine."""
    function = _function_of(obj)
    if getattr(function, "_is_coroutine_mark", None) is _is_coroutine_mark:
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


def _find_doc(obj):
    if obj is None:
        return None
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object:
                doc = base.__dict__.get("__doc__")
                if doc is not None:
                    return doc
        return None
    name = getattr(obj, "__name__", None)
    if ismethod(obj):
        cls = type(obj.__self__) if not isclass(obj.__self__) else obj.__self__
    elif isfunction(obj):
        cls = sys.modules.get(obj.__module__)
        for part in obj.__qualname__.split(".")[:-1]:
            cls = getattr(cls, part, None)
        if not isclass(cls):
            return None
    elif isinstance(obj, property):
        name = obj.fget.__name__
        cls = sys.modules.get(obj.fget.__module__)
        for part in obj.fget.__qualname__.split(".")[:-1]:
            cls = getattr(cls, part, None)
        if not isclass(cls):
            return None
    else:
        return None
    for base in cls.__mro__:
        found = base.__dict__.get(name)
        doc = getattr(found, "__doc__", None)
        if found is not None and doc is not None:
            return doc
    return None


def getdoc(object):
    """The docstring, cleaned; that of a base class if there is none."""
    doc = getattr(object, "__doc__", False)
    if doc is None:
        try:
            doc = _find_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


_STEPS_TO_CODE = (
    (types.MethodType, "__func__"), (types.FunctionType, "__code__"),
    (types.TracebackType, "tb_frame"), (types.FrameType, "f_code"))


def _code_behind(object):
    """The code of a method, a function, a traceback or a frame; anything else is its own answer."""
    for kind, step in _STEPS_TO_CODE:
        if isinstance(object, kind):
            object = getattr(object, step)
    return object


def getfile(object):
    """The file that an object comes from."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    object = _code_behind(object)
    if iscode(object):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, got "
        f"{type(object).__name__}")


def getsourcefile(object):
    """The source file that an object comes from, if there is one."""
    import os
    filename = getfile(object)
    return filename if os.path.exists(filename) else None


def getmodulename(path):
    """The name of the module in a file."""
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getmodule(object, _filename=None):
    """The module that an object comes from, if that is known."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getfile(object)
    except (TypeError, FileNotFoundError, OSError):
        return None
    for module in list(sys.modules.values()):
        if getattr(module, "__file__", None) == file:
            return module
    return None


def findsource(object):
    """All lines of the file, and the index of the line where the object begins."""
    import linecache
    file = getsourcefile(object)
    if not file:
        name = getfile(object)
        if not (name.startswith("<") and name.endswith(">")) or not linecache.getlines(name):
            raise OSError("source code not available")
        file = name
    linecache.checkcache(file)
    lines = linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        line = object.__dict__.get("__firstlineno__")
        if line is None:
            line = _find_class(lines, object.__qualname__)
        if line is None or line - 1 >= len(lines):
            raise OSError("source code not available")
        return lines, line - 1
    code = _code_behind(object)
    if iscode(code):
        return lines, _decorated(lines, code.co_firstlineno - 1)
    raise OSError("could not find code object")


def _find_class(lines, qualname):
    name = qualname.rpartition(".")[2]
    for number, line in enumerate(lines):
        rest = line.lstrip()
        if rest.startswith("class ") and rest[6:].lstrip().startswith(name) and not (
                rest[6:].lstrip()[len(name):len(name) + 1].isidentifier()):
            return _decorated(lines, number) + 1
    return None


def _decorated(lines, number):
    """The line of the first decorator of what begins on a line."""
    indent = indentsize(lines[number])
    while number > 0 and lines[number - 1].lstrip().startswith("@") and indentsize(lines[number - 1]) == indent:
        number -= 1
    return number


def getcomments(object):
    """The lines of comments right before an object's source, or those that a file begins with."""
    try:
        lines, start = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        first = 1 if lines and lines[0].startswith("#!") else 0
        while first < len(lines) and lines[first].strip() in ("", "#"):
            first += 1
        end = first
        while end < len(lines) and lines[end].startswith("#"):
            end += 1
    else:
        indent, end, first = indentsize(lines[start]), start, start
        while first > 0 and lines[first - 1].lstrip().startswith("#") and indentsize(lines[first - 1]) == indent:
            first -= 1
    found = [line.expandtabs().lstrip() for line in lines[first:end]]
    return "".join(found) or None


def getblock(lines):
    """The lines of the block that these begin with."""
    depth = 0
    quote = None
    started = False
    indent = indentsize(lines[0])
    in_decorator = lines[0].lstrip().startswith("@")
    last = 0
    for number, line in enumerate(lines):
        text = line.strip()
        continues = quote is not None or depth > 0
        if started and not continues and text and not text.startswith("#") and indentsize(line) <= indent:
            break
        begins = not continues
        i = 0
        ended_by_colon = False
        while i < len(line):
            c = line[i]
            if quote is not None:
                if c == "\\":
                    i += 2
                    continue
                if line.startswith(quote, i):
                    i += len(quote)
                    quote = None
                    continue
            elif c == "#":
                break
            elif c in "\"'":
                quote = c * 3 if line.startswith(c * 3, i) else c
                i += len(quote)
                continue
            elif c in "([{":
                depth += 1
            elif c in ")]}":
                depth -= 1
            if not c.isspace():
                ended_by_colon = quote is None and depth == 0 and c == ":"
            i += 1
        if quote is not None and len(quote) == 1 and not line.rstrip("\n").endswith("\\"):
            quote = None
        if begins and not started:
            in_decorator = text.startswith("@")
        if not started and not in_decorator and depth == 0 and quote is None:
            if ended_by_colon:
                started = True
            elif not line.rstrip("\n").endswith("\\"):
                last = number
                break
        if text and (not text.startswith("#") or continues or indentsize(line) > indent):
            last = number
    return lines[:last + 1]


def getsourcelines(object):
    """The lines of an object, and the number of the first one."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """The source of an object."""
    return "".join(getsourcelines(object)[0])


def getlineno(frame):
    """The line where a frame stands."""
    return frame.f_lineno


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


class Traceback(_Fields):
    _fields = ("filename", "lineno", "function", "code_context", "index")


class FrameInfo(_Fields):
    _fields = ("frame", "filename", "lineno", "function", "code_context", "index")


class Attribute(_Fields):
    _fields = ("name", "kind", "defining_class", "object")


class ClosureVars(_Fields):
    _fields = ("nonlocals", "globals", "builtins", "unbound")


class FullArgSpec(_Fields):
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")


def getframeinfo(frame, context=1):
    """File, line, function and lines around where a frame or traceback stands."""
    import linecache
    if istraceback(frame):
        number, frame = frame.tb_lineno, frame.tb_frame
    else:
        number = frame.f_lineno
    if not isframe(frame):
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        found = linecache.getlines(filename)
        if found:
            start = max(0, min(number - 1 - context // 2, len(found) - context))
            lines = found[start:start + context]
            index = number - 1 - start
    return Traceback(filename, number, frame.f_code.co_name, lines, index, positions=None)


def getouterframes(frame, context=1):
    """The frame and those that called it."""
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context), positions=None))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context), positions=None))
        tb = tb.tb_next
    return found


def currentframe():
    """The frame of the caller."""
    # Frames of the library are not counted.
    return sys._getframe(0)


def stack(context=1):
    """The frames from the caller's on."""
    return getouterframes(sys._getframe(0), context)


def trace(context=1):
    """The frames of the exception that is handled."""
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error is not None else None, context)


_sentinel = object()


def getattr_static(obj, attr, default=_sentinel):
    """An attribute without running any code for it."""
    own = _sentinel
    if not isinstance(obj, type):
        kind = type(obj)
        found = object.__getattribute__(obj, "__dict__") if hasattr(type(obj), "__dict__") and _has_dict(obj) else {}
        own = found.get(attr, _sentinel)
    else:
        kind = obj
    for base in kind.__mro__:
        if attr in base.__dict__:
            value = base.__dict__[attr]
            if own is not _sentinel and kind is not obj and not isdatadescriptor(value):
                return own
            return value
    if own is not _sentinel:
        return own
    if kind is obj:
        for base in type(kind).__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def _has_dict(obj):
    try:
        object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return False
    return True


def classify_class_attrs(cls):
    """What each attribute of a class is, and where it comes from."""
    found = []
    for name in sorted(set(dir(cls))):
        for base in cls.__mro__ + (type(cls),):
            if name in base.__dict__:
                value = base.__dict__[name]
                break
        else:
            continue
        if isinstance(value, staticmethod):
            kind = "static method"
        elif isinstance(value, classmethod) or type(value).__name__ == "classmethod_descriptor":
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        elif isroutine(value):
            kind = "method"
        else:
            kind = "data"
        found.append(Attribute(name, kind, base, value))
    return found


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module."""
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__")
    elif ismodule(obj) or callable(obj):
        found = getattr(obj, "__annotations__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    if globals is None:
        inner = unwrap(obj) if callable(obj) else obj
        if isinstance(obj, type):
            globals = getattr(sys.modules.get(obj.__module__), "__dict__", {})
            locals = dict(vars(obj)) if locals is None else locals
        else:
            globals = getattr(inner, "__globals__", None) or getattr(inner, "__dict__", {})
    return {
        name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """An annotation as it is shown."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    if isinstance(annotation, str) and not quote_annotation_strings:
        return annotation
    return repr(annotation)


class _empty:
    """What stands for no default and no annotation."""


class _ParameterKind(int):
    """How a parameter takes arguments."""

    _names = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
    _descriptions = ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                     "variadic keyword")

    @property
    def name(self):
        return self._names[int(self)]

    @property
    def value(self):
        return int(self)

    @property
    def description(self):
        return self._descriptions[int(self)]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


(_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD) = _KINDS = tuple(
    map(_ParameterKind, range(5)))


class Parameter:
    """A parameter of a function."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _KINDS[kind]
        except (TypeError, IndexError):
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            if kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(f"implicit arguments must be passed as positional or keyword arguments, not {kind.description}")
            kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        if not name.isidentifier() or name in _KEYWORDS and kind is not _POSITIONAL_ONLY:
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=None, kind=None, annotation=_sentinel, default=_sentinel):
        """The parameter with other parts."""
        return type(self)(
            self._name if name is None else name, self._kind if kind is None else kind,
            default=self._default if default is _sentinel else default,
            annotation=self._annotation if annotation is _sentinel else annotation)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def __str__(self):
        return self._format()

    def _format(self, *, quote_annotation_strings=True):
        text = self._name
        if self._annotation is not _empty:
            shown = formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
            text = f"{text}: {shown}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        return "**" + text if self._kind == _VAR_KEYWORD else text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented

    def _parts(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]


_KEYWORDS = frozenset({
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"})


class BoundArguments:
    """The arguments of a call by the names of parameters."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)

    def _given(self):
        """What was given: the parameter, the argument, and whether only its name can say where it goes."""
        by_name = False
        for name, parameter in self._signature.parameters.items():
            by_name = by_name or parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments
            if name in self.arguments:
                yield parameter, self.arguments[name], by_name

    @property
    def args(self):
        parts = ([value] if parameter.kind != _VAR_POSITIONAL else value
                 for parameter, value, by_name in self._given() if not by_name)
        return tuple(value for part in parts for value in part)

    @property
    def kwargs(self):
        found = {}
        for parameter, value, by_name in self._given():
            if by_name:
                found.update(value if parameter.kind == _VAR_KEYWORD else {parameter.name: value})
        return found

    def apply_defaults(self):
        """Add the defaults of what was not given."""
        found = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                found[name] = self.arguments[name]
            elif parameter.default is not _empty:
                found[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                found[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                found[name] = {}
        self.arguments = found

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        parts = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<{type(self).__name__} ({parts})>"


class Signature:
    """The parameters of a function, and what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = {}
        top = _POSITIONAL_ONLY
        seen_default = False
        for parameter in parameters or ():
            if __validate_parameters__:
                kind = parameter.kind
                if kind < top:
                    raise ValueError(
                        f"wrong parameter order: {top.description} parameter before {kind.description} parameter")
                top = kind
                if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if parameter.default is _empty:
                        if seen_default:
                            raise ValueError("non-default argument follows default argument")
                    else:
                        seen_default = True
                if parameter.name in found:
                    raise ValueError(f"duplicate parameter name: {parameter.name!r}")
            found[parameter.name] = parameter
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of something that can be called."""
        return _signature(obj, cls, follow_wrapped, globals, locals, eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_sentinel, return_annotation=_sentinel):
        """The signature with other parts."""
        return type(self)(
            self.parameters.values() if parameters is _sentinel else parameters,
            return_annotation=self._return_annotation if return_annotation is _sentinel else return_annotation)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def _key(self):
        by_place = tuple(param for param in self.parameters.values() if param.kind != _KEYWORD_ONLY)
        by_name = {param.name: param for param in self.parameters.values() if param.kind == _KEYWORD_ONLY}
        return by_place, by_name, self._return_annotation

    def __hash__(self):
        by_place, by_name, returned = self._key()
        return hash((by_place, frozenset(by_name.values()), returned))

    def __eq__(self, other):
        if self is other:
            return True
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        args = list(args)
        kwargs = dict(kwargs)
        by_keyword_only = []
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                    args = []
                continue
            if kind == _VAR_KEYWORD:
                continue
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD) and args:
                if kind == _POSITIONAL_OR_KEYWORD and name in kwargs:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args.pop(0)
                continue
            if name in kwargs and kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
                continue
            if name in kwargs and not any(param.kind == _VAR_KEYWORD for param in self.parameters.values()):
                by_keyword_only.append(name)
                continue
            if parameter.default is _empty and not partial:
                if args:
                    continue
                raise TypeError(f"missing a required argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if by_keyword_only:
            names = ", ".join(map(repr, by_keyword_only))
            raise TypeError(f"got some positional-only arguments passed as keyword arguments: {names}")
        if kwargs:
            for name, parameter in self.parameters.items():
                if parameter.kind == _VAR_KEYWORD:
                    arguments[name] = kwargs
                    break
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """The arguments of a call by the names of parameters."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """Some arguments of a call by the names of parameters."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The signature as text."""
        shown = []
        slash = False
        star = True
        for parameter in self.parameters.values():
            text = parameter._format(quote_annotation_strings=quote_annotation_strings)
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                shown.append("/")
                slash = False
            if kind == _VAR_POSITIONAL:
                star = False
            elif kind == _KEYWORD_ONLY and star:
                shown.append("*")
                star = False
            shown.append(text)
        if slash:
            shown.append("/")
        text = f"({', '.join(shown)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(shown) + "\n)"
        if self._return_annotation is not _empty:
            returned = formatannotation(self._return_annotation, quote_annotation_strings=quote_annotation_strings)
            text += f" -> {returned}"
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of something that can be called."""
    return Signature.from_callable(
        obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


def _of_function(func, cls, globals=None, locals=None, eval_str=False):
    code = func.__code__
    names = code.co_varnames
    count = code.co_argcount
    only = code.co_posonlyargcount
    keyword_only = names[count:count + code.co_kwonlyargcount]
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    first_default = count - len(defaults)
    parameters = []
    for place, name in enumerate(names[:count]):
        parameters.append(Parameter(
            name, _POSITIONAL_ONLY if place < only else _POSITIONAL_OR_KEYWORD,
            default=defaults[place - first_default] if place >= first_default else _empty,
            annotation=annotations.get(name, _empty)))
    index = count + len(keyword_only)
    if code.co_flags & CO_VARARGS:
        name = names[index]
        parameters.append(Parameter(name, _VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
        index += 1
    for name in keyword_only:
        parameters.append(Parameter(
            name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty), annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[index]
        parameters.append(Parameter(name, _VAR_KEYWORD, annotation=annotations.get(name, _empty)))
    return cls(parameters, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not _VAR_POSITIONAL:
        parameters = parameters[1:]
    return found.replace(parameters=parameters)


def _of_partial(wrapped, partial):
    args, keywords = partial.args or (), partial.keywords or {}
    try:
        bound = wrapped.bind_partial(*args, **keywords)
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    parameters = dict(wrapped.parameters)
    by_keyword = False
    for name, parameter in list(parameters.items()):
        if name in bound.arguments:
            value = bound.arguments[name]
            if parameter.kind is _POSITIONAL_ONLY:
                del parameters[name]
                continue
            if parameter.kind is _POSITIONAL_OR_KEYWORD:
                if name in keywords:
                    by_keyword = True
                    parameters[name] = parameter.replace(default=value)
                else:
                    del parameters[name]
                    continue
            if parameter.kind is _KEYWORD_ONLY:
                parameters[name] = parameter.replace(default=value)
        if by_keyword:
            if parameter.kind is _POSITIONAL_OR_KEYWORD:
                parameters[name] = parameters[name].replace(kind=_KEYWORD_ONLY)
                parameters[name] = parameters.pop(name)
            elif parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                parameters[name] = parameters.pop(name)
            elif parameter.kind is _VAR_POSITIONAL:
                parameters.pop(name)
    return wrapped.replace(parameters=parameters.values())


def _of_text(cls, obj, text):
    """The signature that the text of a built-in function's one says."""
    # Defaults may name what the function's module has, and modules.
    module = sys.modules.get(getattr(obj, "__module__", None))
    namespace = {**sys.modules, **(vars(module) if module is not None else {})}
    body = text.replace("$", "").replace("<unrepresentable>", "...").replace("=<no value>", "=...")
    try:
        exec(f"def made{body}: pass", namespace)
    except (SyntaxError, NameError, AttributeError):
        raise ValueError(f"{obj!r} builtin has invalid signature") from None
    found = _of_function(namespace["made"], cls)
    # What it is bound to, an object or its module, is given already.
    if text.startswith("($") and getattr(obj, "__self__", None) is not None:
        return _without_first(found)
    return found


def _signature(obj, cls, follow_wrapped, globals, locals, eval_str):
    def again(other):
        return _signature(other, cls, follow_wrapped, globals, locals, eval_str)

    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(again(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return again(obj)
    own = getattr(obj, "__signature__", None)
    if own is not None and not isinstance(obj, type) or isinstance(own, Signature):
        if not isinstance(own, Signature):
            raise TypeError(f"unexpected object {own!r} in __signature__ attribute")
        return own
    if isfunction(obj):
        return _of_function(obj, cls, globals, locals, eval_str)
    if type(obj).__name__ == "partial" and hasattr(obj, "func"):
        return _of_partial(again(obj.func), obj)
    if isinstance(obj, type):
        meta_call = _scripted(type(obj), "__call__")
        if meta_call is not None:
            return _without_first(again(meta_call))
        new, init = _scripted(obj, "__new__"), _scripted(obj, "__init__")
        mro = obj.__mro__
        where = {}
        for name, found in (("__new__", new), ("__init__", init)):
            where[name] = next((i for i, base in enumerate(mro) if name in base.__dict__), len(mro))
        if new is not None and (init is None or where["__new__"] <= where["__init__"]):
            return _without_first(again(new))
        if init is not None:
            return _without_first(again(init))
        for base in mro[:-1]:
            text = base.__dict__.get("__text_signature__") if isinstance(base.__dict__.get("__text_signature__"), str) else None
            text = text or getattr(base, "__text_signature__", None)
            if isinstance(text, str):
                return _of_text(cls, obj, text)
        if type not in mro:
            if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
                return cls([])
            raise ValueError(f"no signature found for builtin type {obj!r}")
    text = getattr(obj, "__text_signature__", None)
    if isinstance(text, str):
        return _of_text(cls, obj, text)
    if isroutine(obj):
        raise ValueError(f"no signature found for builtin {obj!r}")
    found = getattr(type(obj), "__call__", None)
    if found is not None and isfunction(found):
        return _without_first(again(found))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _scripted(cls, name):
    """The function that a script's class defines by this name."""
    for base in cls.__mro__:
        found = base.__dict__.get(name)
        if found is not None:
            found = getattr(found, "__func__", found) if isinstance(found, (staticmethod, classmethod)) else found
            return found if isfunction(found) else None
    return None


def getfullargspec(func):
    """The parameters of a function, in an older form."""
    try:
        found = _signature(func, Signature, False, None, None, False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, defaults, kwonly = [], (), []
    varargs = varkw = None
    annotations, kwdefaults = {}, {}
    if ismethod(func):
        args.append(func.__func__.__code__.co_varnames[0])
    for name, parameter in found.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind is _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind is _KEYWORD_ONLY:
            kwonly.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """The values of parameters in a call."""
    target = func
    if ismethod(func):
        positional = (func.__self__, *positional)
        target = func.__func__
    bound = signature(target).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def getclosurevars(func):
    """The names that a function takes from around it."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    import builtins
    code = func.__code__
    nonlocals = {}
    if func.__closure__ is not None:
        nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    found, from_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            from_builtins[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, from_builtins, unbound)


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
