"""Types with arguments: aliases of classes, what special forms make, and types written as strings."""
__name__ = 'typing'
import sys
import typing
from _types import GenericAlias, UnionType
from _typing import Generic, NoDefault, ParamSpec, TypeVar, TypeVarTuple
from typing import (
    Union, _Final, _NotIterable, _SpecialForm, _as_tuple, _cached, _is_dunder, _is_generic_base, _is_param_expr,
    _is_unpacked_typevartuple, _single, _type_check, _type_convert, _type_repr, _typed, _union_after,
    _union_with, _unique,
)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in the arguments, each once, in the order in which they appear."""
    found = []
    seen_default = seen_tuple = False

    def add(param):
        if param not in found:
            found.append(param)

    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            for item in arg:
                for param in _collect_type_parameters([item]):
                    add(param)
        elif hasattr(arg, '__typing_subst__'):
            if arg in found:
                continue
            if enforce_default_ordering:
                has_default = arg.has_default()
                if has_default and seen_tuple:
                    raise TypeError('Type parameter with a default follows TypeVarTuple')
                if seen_default and not has_default:
                    raise TypeError(
                        f'Type parameter {arg!r} without a default follows type parameter with a default')
                seen_default = seen_default or has_default
            found.append(arg)
        else:
            if _is_unpacked_typevartuple(arg):
                seen_tuple = True
            for param in getattr(arg, '__parameters__', ()):
                add(param)
    return tuple(found)


def _unpack_args(*args):
    """The arguments with unpacked tuples of a known length replaced by their items."""
    unpacked = []
    for arg in args:
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner is None or inner and inner[-1] is ...:
            unpacked.append(arg)
        else:
            unpacked.extend(inner)
    return unpacked


class ForwardRef(_Final, _root=True):
    """A type written as a string, to be evaluated later."""

    __slots__ = (
        '__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
        '__forward_is_argument__', '__forward_is_class__', '__forward_module__',
    )

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            # A star can only stand among items.
            self.__forward_code__ = compile(f'({arg},)[0]' if arg.startswith('*') else arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}')
        self.__forward_arg__, self.__forward_module__ = arg, module
        # Where it is written, which says what it may stand for.
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_evaluated__, self.__forward_value__ = False, None

    def _evaluate(self, globalns, localns, type_params=NoDefault, *, recursive_guard):
        from _typing_hints import evaluate_reference
        return evaluate_reference(self, globalns, localns, type_params, recursive_guard)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    __or__, __ror__ = _union_with, _union_after

    def __repr__(self):
        module = self.__forward_module__
        return f'ForwardRef({self.__forward_arg__!r}{"" if module is None else f", module={module!r}"})'


# A class with type arguments, or one that waits for them.
class _BaseGenericAlias(_Final, _root=True):
    def __init__(self, origin, *, inst=True, name=None):
        self.__origin__, self._name, self._inst, self.__slots__ = origin, name, inst, None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            # Not every object takes attributes, and some answer with errors of their own.
            pass
        return made

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias):
                break
            if isinstance(base, type):
                if issubclass(base, Generic):
                    break
                continue
            resolve = getattr(base, '__mro_entries__', None)
            classes = resolve(bases) if resolve else None
            if isinstance(classes, tuple) and any(isinstance(c, type) and issubclass(c, Generic) for c in classes):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        if name == '__name__' or name == '__qualname__':
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in ('_name', '_inst', '_nparams', '_defaults'):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __dir__(self):
        return list({*super().__dir__(), *(name for name in dir(self.__origin__) if not _is_dunder(name))})


# A class or special form with type arguments.
class _GenericAlias(_BaseGenericAlias, _root=True):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args = _as_tuple(args)
        self.__parameters__ = _collect_type_parameters(args, enforce_default_ordering=_is_generic_base(origin))
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    __or__, __ror__ = _union_with, _union_after

    @_cached
    def __getitem__(self, args):
        if _is_generic_base(self.__origin__):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        args = _as_tuple(args)
        args = tuple(_unpack_args(*map(_type_convert, args)))
        for param in self.__parameters__:
            prepare = getattr(param, '__typing_prepare_subst__', None)
            if prepare is not None:
                args = prepare(self, args)
        given, wanted = len(args), len(self.__parameters__)
        if given != wanted:
            raise TypeError(
                f'Too {"many" if given > wanted else "few"} arguments for {self}; actual {given}, expected {wanted}')
        return self.copy_with(tuple(self._substituted(self.__args__, dict(zip(self.__parameters__, args)))))

    def _substituted(self, args, replacements):
        replaced = []
        for arg in args:
            if isinstance(arg, type):
                replaced.append(arg)
                continue
            substitute = getattr(arg, '__typing_subst__', None)
            if substitute:
                new = substitute(replacements[arg])
            else:
                new = arg
                params = getattr(arg, '__parameters__', ())
                if params:
                    inner = []
                    for param in params:
                        if isinstance(param, TypeVarTuple):
                            inner.extend(replacements[param])
                        else:
                            inner.append(replacements[param])
                    new = arg[tuple(inner)]
            if isinstance(self, _CallableGenericAlias) and isinstance(new, tuple) or _is_unpacked_typevartuple(arg):
                replaced.extend(new)
            elif isinstance(arg, tuple):
                replaced.append(tuple(self._substituted(arg, replacements)))
            else:
                replaced.append(new)
        return replaced

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        return f'{name}[{", ".join(map(_type_repr, self.__args__)) or "()"}]'

    def __reduce__(self):
        origin = getattr(sys.modules['typing'], self._name) if self._name else self.__origin__
        args = tuple(self.__args__)
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        from operator import getitem
        return getitem, (origin, args)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if origin is Generic:
            if typing._protocol_class is not None and typing._protocol_class in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (origin,)

    def __iter__(self):
        yield Unpack[self]


# Another name for a class, which takes type arguments.
class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self._defaults = defaults
        self.__doc__ = f'A generic version of {_type_repr(origin)}.'

    @_cached
    def __getitem__(self, params):
        params = _as_tuple(params)
        params = tuple(_type_check(param, 'Parameters to generic types must be types.') for param in params)
        count, wanted, defaults = len(params), self._nparams, self._defaults
        if wanted - len(defaults) <= count < wanted:
            params = (*params, *defaults[count - wanted:])
            count = wanted
        if count != wanted:
            if not wanted:
                raise TypeError(f'{self} is not a generic class')
            expected = f'at least {wanted - len(defaults)}' if defaults else wanted
            raise TypeError(
                f'Too {"many" if count > wanted else "few"} arguments for {self}; actual {count}, expected {expected}')
        return self.copy_with(params)

    def __repr__(self):
        return f'typing.{self._name}'

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)

    def __reduce__(self):
        return self._name

    __or__, __ror__ = _union_with, _union_after


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def _is_flat(self):
        return not (len(self.__args__) == 2 and _is_param_expr(self.__args__[0]))

    def __repr__(self):
        if not self._is_flat():
            return super().__repr__()
        *params, result = map(_type_repr, self.__args__)
        return f'typing.Callable[[{", ".join(params)}], {result}]'

    def __reduce__(self):
        args = self.__args__
        if self._is_flat():
            args = list(args[:-1]), args[-1]
        from operator import getitem
        return getitem, (sys.modules['typing'].Callable, args)


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            ours, others = _unique(self.__args__), _unique(other.__args__)
            return len(ours) == len(others) and all(each in others for each in ours)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[args[0] is type(None)]
            return f'typing.Optional[{_type_repr(other)}]'
        return super().__repr__()

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if any(issubclass(cls, arg) for arg in self.__args__):
            return True

    def __reduce__(self):
        function, (_, args) = super().__reduce__()
        return function, (Union, args)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __hash__(self):
        return hash(frozenset(_typed(self.__args__)))

    def __eq__(self, other):
        if isinstance(other, _LiteralGenericAlias):
            return frozenset(_typed(self.__args__)) == frozenset(_typed(other.__args__))
        return NotImplemented


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        *before, last = params
        if isinstance(last, (list, tuple)):
            return (*before, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*before, *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __getitem__(self, args):
        # What an unpacked tuple of variables is given stays as it is.
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    def __repr__(self):
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if not isinstance(arg, (_GenericAlias, GenericAlias)):
            return None
        if arg.__origin__ is not tuple:
            raise TypeError('Unpack[...] must be used with a tuple type')
        return arg.__args__

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        # What is said about something of which things are said already is said after those.
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        origin, = params
        return _AnnotatedAlias(origin, self.__metadata__)

    def __repr__(self):
        return f'typing.Annotated[{_type_repr(self.__origin__)}, {", ".join(map(repr, self.__metadata__))}]'

    def __reduce__(self):
        from operator import getitem
        return getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        if name == '__name__' or name == '__qualname__':
            return 'Annotated'
        return super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        return self._of(tuple(args) if isinstance(args, list) else args, result)

    @_cached
    def _of(self, args, result):
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        args = _as_tuple(args)
        return self.copy_with((*map(_type_convert, args), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_cached
    def __getitem__(self, params):
        params = _as_tuple(params)
        if len(params) >= 2 and params[-1] is ...:
            message, end = 'Tuple[t, ...]: t must be a type.', (...,)
            params = params[:-1]
        else:
            message, end = 'Tuple[t0, t1, ...]: each t must be a type.', ()
        return self.copy_with((*(_type_check(param, message) for param in params), *end))


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    """A special form whose arguments are any values: equal ones of different types are told apart."""

    def __init__(self, getitem):
        super().__init__(getitem)
        self._known = {}

    def __getitem__(self, parameters):
        parameters = _as_tuple(parameters)
        key = _typed(parameters)
        try:
            if key in self._known:
                return self._known[key]
        except TypeError:
            return self._getitem(self, *parameters)
        made = self._getitem(self, *parameters)
        if len(self._known) >= 512:
            self._known.clear()
        self._known[key] = made
        return made


@_TypedCacheSpecialForm
def Literal(self, *parameters):
    """One of several values."""
    values = []
    for parameter in parameters:
        if isinstance(parameter, _LiteralGenericAlias):
            values.extend(parameter.__args__)
        else:
            values.append(parameter)
    try:
        values = [value for value, _ in dict.fromkeys(_typed(values))]
    except TypeError:
        pass
    return _LiteralGenericAlias(self, tuple(values))


@_TypedCacheSpecialForm
def Annotated(self, *params):
    """A type, and whatever else is to be said about it."""
    if len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    if _is_unpacked_typevartuple(params[0]):
        raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')
    origin = _type_check(params[0], 'Annotated[t, ...]: t must be a type.', allow_special_forms=True)
    return _AnnotatedAlias(origin, params[1:])


@_SpecialForm
def Unpack(self, parameters):
    """The items of a tuple of types, or the keys of a TypedDict."""
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _UnpackGenericAlias(self, (item,))


@_SpecialForm
def Concatenate(self, parameters):
    """The parameters of a ParamSpec with others before them."""
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    parameters = _as_tuple(parameters)
    *before, last = parameters
    if not (last is ... or isinstance(last, ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    before = [_type_check(each, 'Concatenate[arg, ...]: each arg must be a type.') for each in before]
    return _ConcatenateGenericAlias(self, (*before, last))


TypeGuard = _single('TypeGuard', 'What a test returns that tells the type of its argument if it holds.')
TypeIs = _single('TypeIs', 'What a test returns that tells the type of its argument, whether it holds or not.')
Required = _single('Required', 'A key that a TypedDict must have.', 'Required accepts only a single type.')
NotRequired = _single('NotRequired', 'A key that a TypedDict may lack.', 'NotRequired accepts only a single type.')
ReadOnly = _single('ReadOnly', 'A key of a TypedDict that is not written.', 'ReadOnly accepts only a single type.')
AnyStr = TypeVar('AnyStr', bytes, str)
List = _SpecialGenericAlias(list, 1, inst=False, name='List')
Dict = _SpecialGenericAlias(dict, 2, inst=False, name='Dict')
Set = _SpecialGenericAlias(set, 1, inst=False, name='Set')
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name='FrozenSet')
Type = _SpecialGenericAlias(type, 1, inst=False, name='Type')
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')

# The functions of typing use these as their own.
vars(typing).update((name, globals()[name]) for name in typing._PARTS['_typing_generics'])
