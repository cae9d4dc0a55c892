"""Parameters of functions: what signatures are, where they are found, and how calls meet them."""
__name__ = 'inspect'
import re
import sys
import types
from collections import OrderedDict
from functools import partial, partialmethod
from inspect import (
    CO_VARARGS, CO_VARKEYWORDS, _Fields, isbuiltin, isfunction, ismethod, ismethoddescriptor,
    ismodule, isroutine, unwrap,
)

_sentinel = object()


class ClosureVars(_Fields):
    _fields = ('nonlocals', 'globals', 'builtins', 'unbound')


class FullArgSpec(_Fields):
    _fields = ('args', 'varargs', 'varkw', 'defaults', 'kwonlyargs', 'kwonlydefaults', 'annotations')


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
    inner = obj
    if isinstance(obj, type):
        own_globals, own_locals = getattr(sys.modules.get(obj.__module__), "__dict__", None), dict(vars(obj))
    elif ismodule(obj):
        own_globals, own_locals = obj.__dict__, None
    else:
        while True:
            if hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            elif isinstance(inner, partial):
                inner = inner.func
            else:
                break
        own_globals, own_locals = getattr(inner, "__globals__", None), None
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    if parameters := getattr(obj, "__type_params__", ()):
        # Names of the body hide those of type parameters.
        locals = {each.__name__: each for each in parameters} | (locals or {})
    return {
        name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """An annotation as it is shown."""
    if getattr(annotation, "__module__", None) == "typing":
        return re.sub(r"[\w\.]+", lambda found: found[0].removeprefix("typing."), repr(annotation))
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

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state["_signature"], state["arguments"]

    def __repr__(self):
        parts = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<{type(self).__name__} ({parts})>"


class Signature:
    """The parameters of a function, and what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = OrderedDict()
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
        takes_all = any(parameter.kind == _VAR_KEYWORD for parameter in self.parameters.values())
        # Whether only arguments by position can have been taken so far.
        by_place = True
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                by_place = by_place and bool(args)
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
                by_place = False
                arguments[name] = kwargs.pop(name)
                continue
            if name in kwargs and parameter.default is _empty:
                by_keyword_only.append(name)
                continue
            if name in kwargs and not takes_all:
                by_keyword_only.append(name)
                continue
            by_place = by_place and parameter.default is _empty
            if parameter.default is _empty and not partial:
                if args:
                    continue
                which = " keyword-only" if kind == _KEYWORD_ONLY and by_place else ""
                raise TypeError(f"missing a required{which} argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if by_keyword_only and not takes_all:
            names = ", ".join(by_keyword_only)
            raise TypeError(f"got some positional-only arguments passed as keyword arguments: {names!r}")
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
    text = getattr(func, "__text_signature__", None)
    if text:
        if "/" not in text:
            # What `$` marks can be given by position only.
            text = re.sub(r"\$(\w+)", r"$\1, /", text)
        return _of_text(cls, func, text)
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


def _of_partial(wrapped, partial, before=()):
    args, keywords = (*before, *(partial.args or ())), partial.keywords or {}
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


# Callables that the interpreter itself has; what they take is told by their texts.
_NATIVE = (
    types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.BuiltinFunctionType,
)


def _is_native(obj):
    return isbuiltin(obj) or ismethoddescriptor(obj) or isinstance(obj, _NATIVE) or obj is type or obj is object


def _looks_like_function(obj):
    """Whether something has all that a function's signature is made from."""
    if not callable(obj) or isinstance(obj, type):
        return False
    defaults, kwdefaults = getattr(obj, '__defaults__', _empty), getattr(obj, '__kwdefaults__', _empty)
    annotations = getattr(obj, '__annotations__', None)
    return (
        isinstance(getattr(obj, '__code__', None), types.CodeType) and isinstance(getattr(obj, '__name__', None), str)
        and (defaults is None or isinstance(defaults, tuple)) and (kwdefaults is None or isinstance(kwdefaults, dict))
        and (annotations is None or isinstance(annotations, dict))
    )


def _own_signature(obj, cls):
    """What `__signature__` says: a signature, its text, or a function that gives one of them."""
    own = given = getattr(obj, '__signature__', None)
    if own is not None and not isinstance(own, (Signature, str)) and callable(own):
        own = own()
    if isinstance(own, str):
        return _of_text(cls, obj, own)
    if own is not None and not isinstance(own, Signature):
        raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
    return own


def _of_partialmethod(wrapped, method):
    """The signature of a partialmethod that is not bound: what it will be bound to stays its first parameter."""
    found = _of_partial(wrapped, method, (None,))
    first = next(iter(wrapped.parameters.values()))
    if first.kind is _VAR_POSITIONAL:
        return found
    return found.replace(parameters=(first, *found.parameters.values()))


def _bound_to(method, obj):
    """A method found on a class as an instance of it would see it."""
    get = None if isinstance(method, type) else getattr(type(method), '__get__', None)
    return method if get is None else get(method, obj, type(obj))


def _scripted(cls, name):
    """The method of this name that a script's class defines, as the class gives it."""
    from inspect import getattr_static
    if name == '__new__':
        found = getattr(cls, name, None)
    else:
        found = getattr_static(cls, name, None)
    if found is None or isinstance(found, _NATIVE):
        return None
    return found if name == '__new__' else _bound_to(found, cls)


def _of_class(obj, cls, again):
    call = _scripted(type(obj), '__call__')
    if call is not None:
        return again(call)
    new, init = _scripted(obj, '__new__'), _scripted(obj, '__init__')
    for base in obj.__mro__:
        if new is not None and '__new__' in base.__dict__:
            return _without_first(again(new))
        if init is not None and '__init__' in base.__dict__:
            return again(init)
    for base in obj.__mro__[:-1]:
        text = getattr(base, '__text_signature__', None)
        if isinstance(text, str):
            return _of_text(cls, obj, text)
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls([])
        raise ValueError(f'no signature found for builtin type {obj!r}')
    raise ValueError(f'callable {obj!r} is not supported by signature')


def _signature(obj, cls, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    def again(other):
        return _signature(other, cls, follow_wrapped, globals, locals, eval_str)

    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(again(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or ismethod(f))
        if ismethod(obj):
            return again(obj)
    own = _own_signature(obj, cls)
    if own is not None:
        return own
    method = getattr(obj, '__partialmethod__', None)
    if isinstance(method, partialmethod):
        return _of_partialmethod(again(method.func), method)
    if isinstance(obj, partial):
        return _of_partial(again(obj.func), obj)
    if isfunction(obj) or _looks_like_function(obj):
        return _of_function(obj, cls, globals, locals, eval_str)
    if isinstance(obj, type) and obj is not type and obj is not object:
        return _of_class(obj, cls, again)
    text = getattr(obj, '__text_signature__', None)
    if isinstance(text, str):
        return _of_text(cls, obj, text)
    if _is_native(obj):
        raise ValueError(f'no signature found for builtin {obj!r}')
    from inspect import getattr_static
    call = getattr_static(type(obj), '__call__', None)
    if call is not None:
        return again(_bound_to(call, obj))
    raise ValueError(f'callable {obj!r} is not supported by signature')


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
    spec = getfullargspec(func)
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    # A function with the same parameters refuses what the original would refuse, in the same words.
    values = dict(enumerate(spec.defaults or ()))
    first = len(spec.args) - len(values)
    shown = [name if place < first else f'{name}=__values[{place - first}]' for place, name in enumerate(spec.args)]
    if spec.varargs or spec.kwonlyargs:
        shown.append('*' + (spec.varargs or ''))
    for name in spec.kwonlyargs:
        given = spec.kwonlydefaults and name in spec.kwonlydefaults
        shown.append(f'{name}=__values[{name!r}]' if given else name)
    values.update(spec.kwonlydefaults or {})
    if spec.varkw:
        shown.append('**' + spec.varkw)
    names = [*spec.args, *filter(None, (spec.varargs,)), *spec.kwonlyargs, *filter(None, (spec.varkw,))]
    given = ', '.join(f'{name!r}: {name}' for name in names)
    namespace = {'__values': values}
    exec(f'def taken({", ".join(shown)}): return {{{given}}}', namespace)
    taken = namespace['taken']
    taken.__name__ = taken.__qualname__ = func.__name__
    try:
        return taken(*positional, **named)
    except TypeError as error:
        # Here the last of several names has no comma before it.
        raise TypeError(str(error).replace("', and '", "' and '")) from None


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
    in_module = func.__globals__
    built_in = in_module.get('__builtins__', builtins)
    built_in = vars(built_in) if ismodule(built_in) else built_in
    found, from_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in in_module:
            found[name] = in_module[name]
        elif name in built_in:
            from_builtins[name] = built_in[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, from_builtins, unbound)
