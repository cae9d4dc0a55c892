"""Tuples and dictionaries whose fields have names and types: NamedTuple and TypedDict."""
__name__ = 'typing'
import typing
from typing import (
    Annotated, Generic, NotRequired, ReadOnly, Required, _AnnotatedAlias, _caller, _GenericAlias, _type_check,
)

_missing = object()


def _warn_of_fields(what, message):
    import warnings
    warnings.warn(f'{what} is deprecated and will be disallowed in Python 3.15. {message}', DeprecationWarning, 1)


def _warn_without_fields(function, typename, fields, empty):
    what = 'Failing to pass a value for' if fields is _missing else 'Passing `None` as'
    kind = 'list' if empty == '[]' else 'dictionary'
    _warn_of_fields(
        f"{what} the 'fields' parameter",
        f'To create a {function} class with 0 fields using the functional syntax, pass an empty {kind}, '
        f'e.g. `{typename} = {function}({typename!r}, {empty})`.')


# --- NamedTuple

_FIXED = frozenset({
    '__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace',
    '_asdict', '_source',
})
_OF_THE_CLASS = frozenset({'__module__', '__name__', '__annotations__'})


def _make_nmtuple(name, fields, module, defaults=()):
    from collections import namedtuple
    fields = list(fields)
    annotations = {field: _type_check(tp, f'field {field} annotation must be a type') for field, tp in fields}
    made = namedtuple(name, [field for field, _ in fields], defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = annotations
    return made


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        annotations = ns.get('__annotations__', {})
        with_default = []
        for field in annotations:
            if field in ns:
                with_default.append(field)
            elif with_default:
                plural = 's' if len(with_default) > 1 else ''
                raise TypeError(
                    f'Non-default namedtuple field {field} cannot follow default field{plural} '
                    f'{", ".join(with_default)}')
        made = _make_nmtuple(
            typename, annotations.items(), ns['__module__'], [ns[field] for field in with_default])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(typing._generic_class_getitem)
        for name, value in ns.items():
            if name in _FIXED:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + name)
            if name in _OF_THE_CLASS:
                continue
            if name not in made._fields:
                setattr(made, name, value)
            cls._tell_name(made, typename, name, value)
        if Generic in bases:
            made.__init_subclass__()
        return made

    @staticmethod
    def _tell_name(made, typename, name, value):
        set_name = getattr(type(value), '__set_name__', None)
        if set_name is None:
            return
        try:
            set_name(value, made, name)
        except BaseException as error:
            error.add_note(
                f'Error calling __set_name__ on {type(value).__name__!r} instance {name!r} in {typename!r}')
            raise


def NamedTuple(typename, fields=_missing, /, **kwargs):
    """Make a tuple class of a name and a list of pairs; as a base, of the annotations in the class."""
    if fields is _missing or fields is None:
        if kwargs and fields is None:
            raise TypeError(
                "Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
        if kwargs:
            _warn_of_fields(
                'Creating NamedTuple classes using keyword arguments',
                'Use the class-based or functional syntax instead.')
        else:
            _warn_without_fields('NamedTuple', typename, fields, '[]')
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    made = _make_nmtuple(typename, fields, _caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


# --- TypedDict

def _qualifiers(tp):
    """The marks around the type of a key."""
    found = set()
    while isinstance(tp, _GenericAlias):
        if isinstance(tp, _AnnotatedAlias):
            tp = tp.__origin__
            continue
        if not any(tp.__origin__ is mark for mark in (Required, NotRequired, ReadOnly)):
            break
        found.add(tp.__origin__)
        tp, = tp.__args__
    return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(made, '__orig_bases__'):
            made.__orig_bases__ = bases
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {
            key: _type_check(tp, message, module=made.__module__)
            for key, tp in ns.get('__annotations__', {}).items()
        }
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            inherited = base.__dict__
            annotations.update(inherited.get('__annotations__', {}))
            base_required = inherited.get('__required_keys__', set())
            required |= base_required
            optional -= base_required
            base_optional = inherited.get('__optional_keys__', set())
            required -= base_optional
            optional |= base_optional
            readonly.update(inherited.get('__readonly_keys__', ()))
            mutable.update(inherited.get('__mutable_keys__', ()))
        annotations.update(own)
        for key, tp in own.items():
            marks = _qualifiers(tp)
            if Required in marks or NotRequired not in marks and total:
                required.add(key)
                optional.discard(key)
            else:
                optional.add(key)
                required.discard(key)
            if ReadOnly in marks:
                if key in mutable:
                    raise TypeError(f'Cannot override mutable key {key!r} with read-only key')
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        made.__annotations__, made.__total__ = annotations, total
        kinds = {'required': required, 'optional': optional, 'readonly': readonly, 'mutable': mutable}
        for kind, keys in kinds.items():
            setattr(made, f'__{kind}_keys__', frozenset(keys))
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


typing._typed_dict_meta = _TypedDictMeta


def TypedDict(typename, fields=_missing, /, *, total=True):
    """Make a dictionary type of a name and a dictionary of types; as a base, of the annotations in the class."""
    if fields is _missing or fields is None:
        _warn_without_fields('TypedDict', typename, fields, '{}')
        fields = {}
    module = _caller()
    named = {} if module is None else {'__module__': module}
    made = _TypedDictMeta(typename, (), {'__annotations__': dict(fields), **named}, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether a type was made by TypedDict."""
    return isinstance(tp, _TypedDictMeta)
