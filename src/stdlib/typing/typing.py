"""Types for annotations: special forms, generic aliases and what checks them. Rarer things are loaded when asked for."""
import sys
from _types import FunctionType, GenericAlias, UnionType
from _typing import (
    Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, _caller, _idfunc,
)

__all__ = [
    'AbstractSet', 'Annotated', 'Any', 'AnyStr', 'AsyncContextManager', 'AsyncGenerator', 'AsyncIterable',
    'AsyncIterator', 'Awaitable', 'BinaryIO', 'ByteString', 'Callable', 'ChainMap', 'ClassVar', 'Collection',
    'Concatenate', 'Container', 'ContextManager', 'Coroutine', 'Counter', 'DefaultDict', 'Deque', 'Dict', 'Final',
    'ForwardRef', 'FrozenSet', 'Generator', 'Generic', 'Hashable', 'IO', 'ItemsView', 'Iterable', 'Iterator',
    'KeysView', 'List', 'Literal', 'LiteralString', 'Mapping', 'MappingView', 'Match', 'MutableMapping',
    'MutableSequence', 'MutableSet', 'NamedTuple', 'Never', 'NewType', 'NoDefault', 'NoReturn', 'NotRequired',
    'Optional', 'OrderedDict', 'ParamSpec', 'ParamSpecArgs', 'ParamSpecKwargs', 'Pattern', 'Protocol', 'ReadOnly',
    'Required', 'Reversible', 'Self', 'Sequence', 'Set', 'Sized', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex',
    'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound', 'TYPE_CHECKING', 'Text', 'TextIO', 'Tuple',
    'Type', 'TypeAlias', 'TypeAliasType', 'TypeGuard', 'TypeIs', 'TypeVar', 'TypeVarTuple', 'TypedDict', 'Union',
    'Unpack', 'ValuesView', 'assert_never', 'assert_type', 'cast', 'clear_overloads', 'dataclass_transform', 'final',
    'get_args', 'get_origin', 'get_overloads', 'get_protocol_members', 'get_type_hints', 'is_protocol',
    'is_typeddict', 'no_type_check', 'no_type_check_decorator', 'overload', 'override', 'reveal_type',
    'runtime_checkable',
]

TYPE_CHECKING = False
Text = str

# Set by the modules that define them, once they are loaded.
_protocol_class = None
_typed_dict_meta = None

# Modules of which parts are loaded when a name is first asked for. `_typing_generics` puts its names here itself, for the
# functions that make types with arguments.
_PARTS = {
    '_typing_protocols': (
        'Protocol', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex',
        'SupportsInt', 'SupportsRound', '_ProtocolMeta', 'get_protocol_members', 'is_protocol', 'runtime_checkable',
    ),
    '_typing_params': (
        '_generic_class_getitem', '_generic_init_subclass', '_paramspec_prepare_subst', '_paramspec_subst',
        '_typevar_subst', '_typevartuple_prepare_subst',
    ),
    '_typing_records': ('NamedTuple', 'NamedTupleMeta', 'TypedDict', '_TypedDictMeta', 'is_typeddict'),
    '_typing_private': (
        'EXCLUDED_ATTRIBUTES', '_ASSERT_NEVER_REPR_MAX_LENGTH', '_cleanups', '_collect_parameters', '_deduplicate',
        '_get_protocol_attrs', '_prohibited', '_special', '_tp_cache',
    ),
    '_typing_generics': (
        'Annotated', 'AnyStr', 'Concatenate', 'Dict', 'ForwardRef', 'FrozenSet', 'List', 'Literal', 'NotRequired',
        'ReadOnly', 'Required', 'Set', 'Tuple', 'Type', 'TypeGuard', 'TypeIs', 'Unpack', '_AnnotatedAlias',
        '_BaseGenericAlias', '_CallableGenericAlias', '_CallableType', '_ConcatenateGenericAlias', '_GenericAlias',
        '_LiteralGenericAlias', '_SpecialGenericAlias', '_TupleType', '_TypedCacheSpecialForm', '_UnionGenericAlias',
        '_UnpackGenericAlias', '_collect_type_parameters', '_unpack_args',
    ),
    '_typing_streams': ('BinaryIO', 'IO', 'TextIO'),
    '_typing_hints': (
        '_eval_type', '_overload_dummy', '_strip_annotations', 'assert_never', 'assert_type', 'cast', 'clear_overloads',
        'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_type_hints', 'no_type_check',
        'no_type_check_decorator', 'overload', 'override', 'reveal_type', 'NewType',
    ),
}


def __getattr__(name):
    for part, names in _PARTS.items():
        if name in names:
            value = getattr(__import__(part), name)
            break
    else:
        import _typing_aliases
        value = _typing_aliases.make(name)
        if value is None:
            raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *__all__})


def _cached(function):
    """Let a function remember its results for arguments that can be hashed."""
    known = {}

    def remembered(*args):
        try:
            return known[args]
        except KeyError:
            pass
        except TypeError:
            return function(*args)
        result = function(*args)
        if len(known) >= 512:
            known.clear()
        try:
            known[args] = result
        except TypeError:
            pass
        return result

    remembered.__name__ = function.__name__
    remembered.__doc__ = function.__doc__
    return remembered


def _typed(args):
    """Tell equal arguments of different types apart."""
    return tuple((arg, type(arg)) for arg in args)


def _as_tuple(given):
    """What stands between brackets, where one thing alone is no tuple."""
    return given if isinstance(given, tuple) else (given,)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """Turn None and strings into what they stand for among types."""
    if isinstance(arg, str):
        from typing import ForwardRef
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return type(None) if arg is None else arg


def _is_one_of(arg, forms):
    for form in forms:
        if arg is form:
            return True
    return False


def _is_generic_base(arg):
    # Other libraries have protocols that say they equal ours.
    return arg is Generic or _protocol_class is not None and (arg is _protocol_class or arg == _protocol_class)


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """Refuse what cannot stand for a type; give the type."""
    import _typing_generics
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, type) and not _is_generic_base(arg):
        return arg
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        refused = _is_generic_base(origin)
        if not allow_special_forms:
            refused = refused or origin is ClassVar or is_argument and origin is Final
        if refused:
            raise TypeError(f'{arg} is not valid as type argument')
    if _is_one_of(arg, (Any, LiteralString, NoReturn, Never, Self, TypeAlias)):
        return arg
    if allow_special_forms and (arg is ClassVar or arg is Final):
        return arg
    if isinstance(arg, _SpecialForm) or _is_generic_base(arg):
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _type_repr(arg):
    """How a type is shown inside another one."""
    if isinstance(arg, type):
        if arg.__module__ == 'builtins':
            return arg.__qualname__
        return f'{arg.__module__}.{arg.__qualname__}'
    if arg is ...:
        return '...'
    if isinstance(arg, FunctionType):
        return arg.__name__
    if isinstance(arg, tuple):
        return '[' + ', '.join(map(_type_repr, arg)) + ']'
    return repr(arg)


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


def _is_param_expr(arg):
    import _typing_generics
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_unpacked_typevartuple(arg):
    return not isinstance(arg, type) and getattr(arg, '__typing_is_unpacked_typevartuple__', False)


def _unique(items):
    """The items without repetitions, hashable or not."""
    try:
        return list(dict.fromkeys(items))
    except TypeError:
        kept = []
        for item in items:
            if item not in kept:
                kept.append(item)
        return kept


class _Final:
    """The base of classes that scripts may not derive from."""

    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, **kwargs):
        if '_root' not in kwargs:
            raise TypeError('Cannot subclass special typing classes')


class _NotIterable:
    """The base of what has a subscription but no items."""

    __slots__ = ()
    __iter__ = None


# The operators that all which stands for types has in common.
def _union_with(self, other):
    return Union[self, other]


def _union_after(self, other):
    return Union[other, self]


# A name that stands for a type only in annotations.
class _SpecialForm(_Final, _NotIterable, _root=True):
    # What makes a type of arguments, what it is called and what it says of itself.
    __slots__ = ('_getitem', '_name', '__doc__')

    def __init__(self, getitem):
        self._getitem, self._name, self.__doc__ = getitem, getitem.__name__, getitem.__doc__

    def __getattr__(self, name):
        if name == '__name__' or name == '__qualname__':
            return self._name
        raise AttributeError(name)

    @_cached
    def __getitem__(self, parameters):
        import _typing_generics
        return self._getitem(self, parameters)

    def __reduce__(self):
        return self._name

    def __repr__(self):
        return f'typing.{self._name}'

    __or__, __ror__ = _union_with, _union_after

    # What else one does with classes.

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all; as a base, a class with members that nobody knows."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _plain(self, parameters):
    raise TypeError(f'{self} is not subscriptable')


def _plain_form(name, doc):
    def getitem(self, parameters):
        return _plain(self, parameters)

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


NoReturn = _plain_form('NoReturn', 'What a function returns that never does.')
Never = _plain_form('Never', 'The type without values.')
Self = _plain_form('Self', 'The class around, or that of the object at hand.')
LiteralString = _plain_form('LiteralString', 'Strings put together from literals.')
TypeAlias = _plain_form('TypeAlias', 'Annotates a variable that is another name for a type.')


def _single(name, doc, message='{self} accepts only single type.', **options):
    def getitem(self, parameters):
        item = _type_check(parameters, message.format(self=self), **options)
        return _GenericAlias(self, (item,))

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


ClassVar = _single('ClassVar', 'Annotates a variable of the class itself.', allow_special_forms=True)
Final = _single('Final', 'Annotates a name that is bound once.', allow_special_forms=True)


@_SpecialForm
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    parameters = _as_tuple(parameters)
    members = []
    for parameter in parameters:
        member = _type_check(parameter, 'Union[arg, ...]: each arg must be a type.')
        if isinstance(member, (_UnionGenericAlias, UnionType)):
            members.extend(member.__args__)
        else:
            members.append(member)
    members = tuple(_unique(members))
    if len(members) == 1:
        return members[0]
    optional = type(None) in members and len(members) == 2
    return _UnionGenericAlias(self, members, name='Optional' if optional else None)


def _make_union(left, right):
    return Union[left, right]


@_SpecialForm
def Optional(self, parameters):
    """A type, or None."""
    return Union[_type_check(parameters, f'{self} requires a single type.'), type(None)]
