"""Annotations read back, decorators that only mark, and functions that type checkers understand."""
__name__ = 'typing'
import sys
from _types import (
    BuiltinFunctionType, FunctionType, GenericAlias, GetSetDescriptorType, MethodDescriptorType, MethodType,
    MethodWrapperType, ModuleType, UnionType, WrapperDescriptorType,
)
from typing import (
    Annotated, ForwardRef, Generic, NoDefault, NotRequired, ParamSpecArgs, ParamSpecKwargs, ReadOnly, Required, Union,
    Unpack, _AnnotatedAlias, _BaseGenericAlias, _caller, _CallableGenericAlias, _GenericAlias, _idfunc,
    _is_param_expr, _type_check,
)

_MAY_HAVE_HINTS = (
    FunctionType, BuiltinFunctionType, MethodType, ModuleType, WrapperDescriptorType, MethodWrapperType,
    MethodDescriptorType,
)


def _warn_without_type_params(function):
    import warnings
    warnings.warn(
        f"Failing to pass a value to the 'type_params' parameter of {function!r} is deprecated, "
        f'as it leads to incorrect behaviour when calling {function} on a stringified annotation '
        'that references a PEP 695 type parameter. It will be disallowed in Python 3.15.',
        DeprecationWarning, 1)


def evaluate_reference(reference, globalns, localns, type_params, recursive_guard):
    """The type that a forward reference means."""
    if type_params is NoDefault:
        _warn_without_type_params('typing.ForwardRef._evaluate')
        type_params = ()
    name = reference.__forward_arg__
    if name in recursive_guard:
        return reference
    if reference.__forward_evaluated__ and localns is globalns:
        return reference.__forward_value__
    # Where there is one of the two only, it serves for both.
    given = [names for names in (globalns, localns) if names is not None] or [{}]
    globalns, localns = given[0], given[-1]
    module = reference.__forward_module__
    if module is not None:
        globalns = getattr(sys.modules.get(module), '__dict__', globalns)
    if type_params:
        globalns, localns = dict(globalns), dict(localns)
        for param in type_params:
            own = param.__name__
            if own not in globalns or not reference.__forward_is_class__:
                globalns[own] = param
                localns.pop(own, None)
    value = eval(reference.__forward_code__, globalns, localns)
    found = _type_check(
        value, 'Forward references must evaluate to types.', is_argument=reference.__forward_is_argument__,
        allow_special_forms=reference.__forward_is_class__)
    reference.__forward_value__ = _eval_type(
        found, globalns, localns, type_params, recursive_guard=recursive_guard | {name})
    reference.__forward_evaluated__ = True
    return reference.__forward_value__


def _is_flat_callable(tp, args):
    """Whether the parameters of a callable type stand in a row with its result."""
    if isinstance(tp, _CallableGenericAlias):
        origin = True
    else:
        abc = sys.modules.get('collections.abc')
        origin = abc is not None and tp.__origin__ is abc.Callable
    return origin and not (len(args) == 2 and _is_param_expr(args[0]))


def _joined(members):
    joined, *rest = members
    for member in rest:
        joined = joined | member
    return joined


def _eval_type(t, globalns, localns, type_params=NoDefault, *, recursive_guard=frozenset()):
    """A type with all forward references in it evaluated."""
    if type_params is NoDefault:
        _warn_without_type_params('typing._eval_type')
        type_params = ()
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    if isinstance(t, GenericAlias):
        args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__)
        starred = t.__unpacked__
        t = t.__origin__[(args[:-1], args[-1]) if _is_flat_callable(t, args) else args]
        if starred:
            t = Unpack[t]
    args = tuple(
        _eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard) for arg in t.__args__)
    return t if args == t.__args__ else _with_args(t, args)


def _with_args(t, args):
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    if isinstance(t, UnionType):
        return _joined(args)
    return t.copy_with(args)


def _strip_annotations(t):
    """A type without what Annotated and the marks of TypedDict keys add."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, '__origin__') and (
            t.__origin__ is Required or t.__origin__ is NotRequired or t.__origin__ is ReadOnly):
        return _strip_annotations(t.__args__[0])
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    args = tuple(map(_strip_annotations, t.__args__))
    return t if args == t.__args__ else _with_args(t, args)


def _hint(value, is_argument=True, is_class=False):
    if value is None:
        return type(None)
    if isinstance(value, str):
        return ForwardRef(value, is_argument=is_argument, is_class=is_class)
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, with strings evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        hints = _own_hints(obj, globalns, localns)
    if include_extras:
        return hints
    return {name: _strip_annotations(hint) for name, hint in hints.items()}


def _class_hints(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        annotations = base.__dict__.get('__annotations__', {})
        if isinstance(annotations, GetSetDescriptorType):
            annotations = {}
        outer = globalns
        if outer is None:
            outer = getattr(sys.modules.get(base.__module__), '__dict__', {})
        inner = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            # What stands in the module goes before what the class names the same.
            outer, inner = inner, outer
        for name, value in annotations.items():
            hint = _hint(value, is_argument=False, is_class=True)
            hints[name] = _eval_type(hint, outer, inner, base.__type_params__)
    return hints


def _innermost(function):
    """The function behind all decorators."""
    while hasattr(function, '__wrapped__'):
        function = function.__wrapped__
    return function


def _own_hints(obj, globalns, localns):
    is_module = isinstance(obj, ModuleType)
    if globalns is None:
        globalns = obj.__dict__ if is_module else getattr(_innermost(obj), '__globals__', {})
    localns = globalns if localns is None else localns
    annotations = getattr(obj, '__annotations__', None)
    if annotations is None:
        if isinstance(obj, _MAY_HAVE_HINTS):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    type_params = getattr(obj, '__type_params__', ())
    return {
        name: _eval_type(_hint(value, is_argument=not is_module), globalns, localns, type_params)
        for name, value in dict(annotations).items()
    }


def get_origin(tp):
    """What a type was made of by giving it arguments, or None."""
    if tp is Generic:
        return Generic
    for kind, origin in ((_AnnotatedAlias, Annotated), (UnionType, UnionType)):
        if isinstance(tp, kind):
            return origin
    has_origin = isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs))
    return tp.__origin__ if has_origin else None


def get_args(tp):
    """The arguments of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if _is_flat_callable(tp, args):
            return (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, UnionType):
        return tp.__args__
    return ()


def assert_never(arg, /):
    """Tell type checkers that this is never reached; raises when it is."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def assert_type(val, typ, /):
    """Let type checkers confirm the type of a value, which is returned."""
    return val


def cast(typ, val):
    """Tell type checkers the type of a value, which is returned."""
    return val


def reveal_type(obj, /):
    """Print the type of an object and return the object."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def no_type_check(arg):
    """Mark the annotations of a function, or of all methods of a class, as something other than types."""
    if isinstance(arg, type):
        for name in dir(arg):
            member = getattr(arg, name)
            own = (
                getattr(member, '__qualname__', None) == f'{arg.__qualname__}.{getattr(member, "__name__", None)}'
                and getattr(member, '__module__', None) == arg.__module__
            )
            if not own:
                continue
            if isinstance(member, FunctionType):
                member.__no_type_check__ = True
            if isinstance(member, MethodType):
                member.__func__.__no_type_check__ = True
            if isinstance(member, type):
                no_type_check(member)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Let a decorator do what no_type_check does, too."""
    import functools
    import warnings
    warnings.warn(
        "'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15",
        DeprecationWarning, 1)

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped_decorator


# By module and qualified name: the overloads by line.
_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. '
        'A series of @overload-decorated functions '
        'outside a stub module should always be followed '
        'by an implementation that is not @overload-ed.')


def overload(func):
    """Mark one of several signatures of a function."""
    function = getattr(func, '__func__', func)
    try:
        key = function.__module__, function.__qualname__
        _overloads.setdefault(key, {})[function.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The marked signatures of a function, in order."""
    function = getattr(func, '__func__', func)
    return list(_overloads.get((function.__module__, function.__qualname__), {}).values())


def clear_overloads():
    """Forget all marked signatures."""
    _overloads.clear()


def final(f):
    """Mark a class that is not derived from, or a method that is not overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Mark a method that replaces one of a base."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Mark what makes classes like dataclasses."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs,
        }
        return cls_or_fn

    return decorator


class NewType:
    """A name that type checkers take for a type of its own; called, it gives its argument."""

    __call__ = _idfunc

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[-1]
        self.__supertype__ = tp
        module = _caller()
        if module is not None:
            self.__module__ = module

    def __mro_entries__(self, bases):
        own = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError(
                    'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                    f'`{name} = NewType({name!r}, {own})`')

        return (Dummy,)

    def __ror__(self, other):
        return Union[other, self]

    def __or__(self, other):
        return Union[self, other]

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'
