"""Classes that are made of their fields."""
import keyword as _keyword
import sys
import types
from types import GenericAlias

__all__ = [
    'dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
    'astuple', 'make_dataclass', 'replace', 'is_dataclass',
]


class FrozenInstanceError(AttributeError):
    pass


def _mark(kind, **methods):
    """The one object of a class of its own: what cannot be mixed up with any value of a script."""
    return type(kind, (), {'__module__': __name__, **methods})()


MISSING = _mark('_MISSING_TYPE')
KW_ONLY = _mark('_KW_ONLY_TYPE')
_MISSING_TYPE, _KW_ONLY_TYPE = type(MISSING), type(KW_ONLY)
# The default, in a signature, of a parameter whose value a function makes.
_HAS_DEFAULT_FACTORY = _mark('_HAS_DEFAULT_FACTORY_CLASS', __repr__=lambda self: '<factory>')

# What kind of field one is; they show as their names.
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = (
    _mark('_FIELD_BASE', name=name, __repr__=lambda self: self.name)
    for name in ('_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'))

# Where a class keeps what is known of it, and the method that __init__ calls at its end.
_PARAMS, _FIELDS, _POST_INIT_NAME = '__dataclass_params__', '__dataclass_fields__', '__post_init__'
_EMPTY_METADATA = types.MappingProxyType({})
_type = type


class InitVar:
    """The annotation of what only __init__ and __post_init__ get."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, _type) and not isinstance(self.type, GenericAlias):
            return f'dataclasses.InitVar[{self.type.__name__}]'
        return f'dataclasses.InitVar[{self.type!r}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of a field."""

    __slots__ = (
        'name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
        '_field_type',
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        # The class that it stands in gives the rest.
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only

    def __repr__(self):
        mark = id(self)
        if mark in _shown:
            return '...'
        _shown.add(mark)
        names = [name for name in Field.__slots__ if name != 'init']
        names.insert(names.index('repr'), 'init')
        try:
            parts = ','.join(f'{name}={getattr(self, name)!r}' for name in names)
        finally:
            _shown.discard(mark)
        return f'Field({parts})'

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


_shown = set()


class _DataclassParams:
    __slots__ = (
        'init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot',
    )

    def __init__(self, *options):
        for name, option in zip(_DataclassParams.__slots__, options, strict=True):
            setattr(self, name, option)

    def __repr__(self):
        parts = ','.join(f'{name}={getattr(self, name)!r}' for name in _DataclassParams.__slots__)
        return f'_DataclassParams({parts})'


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
    kw_only=MISSING,
):
    """Say more of a field than its annotation does."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _make_function(cls, name, args, body, names, return_type=MISSING):
    """A function from source text. `names` are what the text speaks of."""
    names = dict(names)
    returns = ''
    if return_type is not MISSING:
        names['__dataclass_return_type__'] = return_type
        returns = ' -> __dataclass_return_type__'
    lines = '\n'.join(f'  {line}' for line in body)
    text = f' def {name}({", ".join(args)}){returns}:\n{lines}'
    outer = f'def __create_fn__({", ".join(names)}):\n{text}\n return {name}'
    made = {}
    exec(outer, sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}, made)
    function = made['__create_fn__'](**names)
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    return function


def _init_function(cls, fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    seen_default = None
    for f in std_fields:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = f
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} follows default argument {seen_default.name!r}')
    names = {f'__dataclass_type_{f.name}__': f.type for f in fields}
    names['__dataclass_HAS_DEFAULT_FACTORY__'] = _HAS_DEFAULT_FACTORY
    names['__dataclass_builtins_object__'] = object

    def assign(name, value):
        if frozen:
            return f'__dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})'
        return f'{self_name}.{name}={value}'

    body = []
    for f in fields:
        default = f'__dataclass_dflt_{f.name}__'
        if f.default_factory is not MISSING:
            names[default] = f.default_factory
            if f.init:
                value = f'{default}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}'
            else:
                value = f'{default}()'
        elif f.init:
            if f.default is not MISSING:
                names[default] = f.default
            value = f.name
        elif slots and f.default is not MISSING:
            names[default] = f.default
            value = default
        else:
            continue
        if f._field_type is not _FIELD_INITVAR:
            body.append(assign(f.name, value))
    if has_post_init:
        args = ','.join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.{_POST_INIT_NAME}({args})')
    if not body:
        body = ['pass']

    def parameter(f):
        if f.default is MISSING and f.default_factory is MISSING:
            default = ''
        elif f.default is not MISSING:
            default = f'=__dataclass_dflt_{f.name}__'
        else:
            default = '=__dataclass_HAS_DEFAULT_FACTORY__'
        return f'{f.name}:__dataclass_type_{f.name}__{default}'

    params = [self_name] + [parameter(f) for f in std_fields if f.init]
    kw_only_params = [parameter(f) for f in kw_only_fields if f.init]
    if kw_only_params:
        params += ['*'] + kw_only_params
    return _make_function(cls, '__init__', params, body, names, None)


def _repr_function(cls, fields):
    running = set()
    shown = [f.name for f in fields]

    def fields_repr(self):
        parts = ', '.join([f'{name}={getattr(self, name)!r}' for name in shown])
        return f'{self.__class__.__qualname__}({parts})'

    def __repr__(self):
        mark = id(self)
        if mark in running:
            return '...'
        running.add(mark)
        try:
            return fields_repr(self)
        finally:
            running.discard(mark)

    __repr__.__qualname__ = f'{cls.__qualname__}.__repr__'
    # By what it wraps, others tell it from a method that the class wrote itself.
    fields_repr.__name__ = '__repr__'
    fields_repr.__qualname__ = '__create_fn__.<locals>.__repr__'
    __repr__.__wrapped__ = fields_repr
    return __repr__


def _items_text(obj, fields):
    if not fields:
        return '()'
    return f'({",".join(f"{obj}.{f.name}" for f in fields)},)'


def _frozen_functions(cls, fields):
    names = frozenset(f.name for f in fields)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _hash_function(cls, fields):
    return _make_function(cls, '__hash__', ['self'], [f'return hash({_items_text("self", fields)})'], {})


def _first_word(text):
    """The name that a text begins with, spaces around it aside, and the rest."""
    text = text.lstrip()
    length = next((i for i, c in enumerate(text) if not (c.isalnum() or c == '_')), len(text))
    return text[:length], text[length:].lstrip()


def _meant(annotation, cls, module_name):
    """What an annotation is; of one that is text, what the name is that it begins with, be it of a module or of its own."""
    if not isinstance(annotation, str):
        return annotation
    owner = sys.modules.get(cls.__module__)
    name, rest = _first_word(annotation)
    if rest[:1] == '.' and name:
        module, owner = sys.modules.get(module_name), getattr(owner, name, None)
        name, _ = _first_word(rest[1:])
        if owner is None or owner is not module:
            return None
    return getattr(owner, name, None) if name else None


def _is_classvar(annotation, typing):
    return annotation is typing.ClassVar or getattr(annotation, '__origin__', None) is typing.ClassVar


def _get_field(cls, a_name, a_type, default_kw_only):
    """The field that an annotation and a class attribute describe."""
    given = getattr(cls, a_name, MISSING)
    if isinstance(given, types.MemberDescriptorType):
        # A slot of the same name is no default.
        given = MISSING
    f = given if isinstance(given, Field) else field(default=given)
    f.name, f.type, f._field_type = a_name, a_type, _FIELD
    typing = sys.modules.get('typing')
    if typing and _is_classvar(_meant(a_type, cls, 'typing'), typing):
        f._field_type = _FIELD_CLASSVAR
    else:
        meant = _meant(a_type, cls, 'dataclasses')
        if meant is InitVar or type(meant) is InitVar:
            f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR):
        if f.default_factory is not MISSING:
            raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(
            f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory'
        )
    return f


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    if isinstance(value, types.FunctionType):
        value.__qualname__ = f'{cls.__qualname__}.{value.__name__}'
    setattr(cls, name, value)
    return False


def _set_hash(cls, fields, unsafe_hash, eq, frozen, has_explicit_hash):
    """What becomes of __hash__, by the options and by whether the class defines it."""
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        cls.__hash__ = _hash_function(cls, fields)
    elif eq and frozen:
        if not has_explicit_hash:
            cls.__hash__ = _hash_function(cls, fields)
    elif eq and not has_explicit_hash:
        cls.__hash__ = None


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    setattr(cls, _PARAMS, _DataclassParams(
        init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot,
    ))
    bases_are_frozen = []
    for base in reversed(cls.__mro__[1:]):
        known = getattr(base, _FIELDS, None)
        if known is not None:
            fields.update((f.name, f) for f in known.values())
            bases_are_frozen.append(getattr(base, _PARAMS).frozen)
    annotations = cls.__dict__.get('__annotations__', {})
    cls_fields = []
    seen_kw_only = False
    for name, kind in annotations.items():
        if kind is KW_ONLY or _meant(kind, cls, 'dataclasses') is KW_ONLY:
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = True
            kw_only = True
        else:
            cls_fields.append(_get_field(cls, name, kind, kw_only))
    for own in cls_fields:
        name = own.name
        fields[name] = own
        # The default takes the place of the description.
        if not isinstance(getattr(cls, name, None), Field):
            continue
        if own.default is not MISSING:
            setattr(cls, name, own.default)
        else:
            delattr(cls, name)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if not frozen and any(bases_are_frozen):
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if frozen and not all(bases_are_frozen):
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    all_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_init = tuple(f for f in all_init if f.init and not f.kw_only)
    kw_only_init = tuple(f for f in all_init if f.init and f.kw_only)
    if init:
        has_post_init = hasattr(cls, _POST_INIT_NAME)
        self_name = '__dataclass_self__' if 'self' in fields else 'self'
        _set_new_attribute(cls, '__init__', _init_function(
            cls, all_init, std_init, kw_only_init, frozen, has_post_init, self_name, slots,
        ))
    _set_new_attribute(cls, '__replace__', _replace)
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        _set_new_attribute(cls, '__repr__', _repr_function(cls, [f for f in field_list if f.repr]))
    compared = [f for f in field_list if f.compare]
    if eq:
        terms = ' and '.join(f'self.{f.name}==other.{f.name}' for f in compared) or 'True'
        _set_new_attribute(cls, '__eq__', _make_function(cls, '__eq__', ['self', 'other'], [
            'if self is other:',
            ' return True',
            'if other.__class__ is self.__class__:',
            f' return {terms}',
            'return NotImplemented',
        ], {}))
    if order:
        mine, others = _items_text('self', compared), _items_text('other', compared)
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            function = _make_function(cls, name, ['self', 'other'], [
                'if other.__class__ is self.__class__:',
                f' return {mine}{op}{others}',
                'return NotImplemented',
            ], {})
            if _set_new_attribute(cls, name, function):
                raise TypeError(
                    f'Cannot overwrite attribute {name} in class {cls.__name__} '
                    f'Consider using functools.total_ordering'
                )
    if frozen:
        for function in _frozen_functions(cls, field_list):
            if _set_new_attribute(cls, function.__name__, function):
                raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}')
    _set_hash(
        cls, [f for f in field_list if (f.compare if f.hash is None else f.hash)], unsafe_hash, eq, frozen,
        has_explicit_hash,
    )
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature_text(cls)
    if match_args:
        _set_new_attribute(cls, '__match_args__', tuple(f.name for f in std_init))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, fields)
    if hasattr(cls, '__abstractmethods__'):
        import abc
        abc.update_abstractmethods(cls)
    return cls


def _annotation_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        if annotation.__module__ in ('builtins', ):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    if isinstance(annotation, str):
        return repr(annotation)
    text = repr(annotation)
    return text.replace('typing.', '') if text.startswith('typing.') else text


def _signature_text(cls):
    """How a call of the class looks, for its docstring."""
    init = cls.__init__
    if not isinstance(init, types.FunctionType):
        return '()' if init is object.__init__ else '(*args, **kwargs)'
    code = init.__code__
    count, kw_count = code.co_argcount, code.co_kwonlyargcount
    defaults = init.__defaults__ or ()
    annotations = init.__annotations__
    parts = []
    for place, name in enumerate(code.co_varnames[:count + kw_count]):
        if place == 0:
            continue
        if place == count:
            parts.append('*')
        text = name
        if name in annotations:
            text += f': {_annotation_text(annotations[name])}'
        missing = object()
        if place < count:
            offset = place - (count - len(defaults))
            default = defaults[offset] if offset >= 0 else missing
        else:
            default = (init.__kwdefaults__ or {}).get(name, missing)
        if default is not missing:
            text += f' = {default!r}' if name in annotations else f'={default!r}'
        parts.append(text)
    if code.co_flags & 4:
        parts.append('*args')
    if code.co_flags & 8:
        parts.append('**kwargs')
    return f'({", ".join(parts)})'


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        places = (('__weakref__', cls.__weakrefoffset__), ('__dict__', cls.__dictoffset__))
        return tuple(name for name, place in places if place)
    if isinstance(slots, str):
        return (slots,)
    if not hasattr(slots, '__next__'):
        return tuple(slots)
    raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _add_slots(cls, is_frozen, weakref_slot, all_fields):
    """The same class, with the fields in slots: that takes a new class."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slots_of(base))
    own = [name for name in names if name not in inherited]
    if weakref_slot and '__weakref__' not in inherited:
        own.append('__weakref__')
    namespace['__slots__'] = tuple(own)
    for gone in (*names, '__dict__', '__weakref__'):
        namespace.pop(gone, None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    # What is frozen cannot be restored by setting its attributes.
    for name, method in (('__getstate__', _get_state), ('__setstate__', _set_state)):
        if is_frozen and name not in namespace:
            setattr(new, name, method)
    return new


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):
    """Give a class the special methods that follow from its annotated fields."""

    def wrap(cls):
        return _process_class(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot,
        )

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of one of its instances."""
    known = getattr(class_or_instance, _FIELDS, None)
    if known is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple(each for each in known.values() if each._field_type is _FIELD)


def is_dataclass(obj):
    """Whether something is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


_ATOMIC_TYPES = frozenset({
    type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), types.CodeType,
    types.BuiltinFunctionType, types.FunctionType, type, range, property,
})


def asdict(obj, *, dict_factory=dict):
    """The fields by name in a dictionary, dataclasses inside them too."""
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _as(obj, lambda pairs: dict_factory(pairs), dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The fields in a tuple, dataclasses inside them too."""
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _as(obj, lambda pairs: tuple_factory([value for _, value in pairs]), None)


def _as(obj, join, dict_factory):
    cls = type(obj)
    if cls in _ATOMIC_TYPES:
        return obj
    if hasattr(cls, _FIELDS):
        return join([(f.name, _as(getattr(obj, f.name), join, dict_factory)) for f in fields(obj)])
    if cls is list:
        return [_as(v, join, dict_factory) for v in obj]
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return cls(*[_as(v, join, dict_factory) for v in obj])
    if isinstance(obj, dict):
        if hasattr(cls, 'default_factory'):
            result = cls(obj.default_factory)
            for k, v in obj.items():
                result[_as(k, join, dict_factory)] = _as(v, join, dict_factory)
            return result
        return cls((_as(k, join, dict_factory), _as(v, join, dict_factory)) for k, v in obj.items())
    if isinstance(obj, (list, tuple)):
        return cls(_as(v, join, dict_factory) for v in obj)
    import copy
    return copy.deepcopy(obj)


def _check_field_name(name, taken):
    if not isinstance(name, str) or not name.isidentifier():
        raise TypeError(f'Field names must be valid identifiers: {name!r}')
    if _keyword.iskeyword(name):
        raise TypeError(f'Field names must not be keywords: {name!r}')
    if name in taken:
        raise TypeError(f'Field name duplicated: {name!r}')


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
    frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None,
):
    """A dataclass made of names, or of pairs and triples of name, type and field."""
    annotations, defaults = {}, {}
    for item in fields:
        parts = (item, 'typing.Any') if isinstance(item, str) else item
        if len(parts) not in (2, 3):
            raise TypeError(f'Invalid field: {item!r}')
        name, kind, *spec = parts
        _check_field_name(name, annotations)
        annotations[name] = kind
        defaults.update((name, default) for default in spec)
    body = {**(namespace or {}), **defaults, '__annotations__': annotations}
    cls = types.new_class(cls_name, bases, {}, lambda own: own.update(body))
    if module is None:
        # Frames of the library do not count: this is the module that asks.
        module = sys._getframemodulename(0) or '__main__'
    if module is not None:
        cls.__module__ = module
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        given = f.name in changes
        if given and not f.init:
            raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
        if given or not f.init:
            continue
        if f._field_type is _FIELD_INITVAR and f.default is MISSING:
            raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
        changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def replace(obj, /, **changes):
    """A copy with other values for some of its fields."""
    if _is_dataclass_instance(obj):
        return _replace(obj, **changes)
    raise TypeError('replace() should be called on dataclass instances')
