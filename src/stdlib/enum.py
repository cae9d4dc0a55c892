"""Enumerations: names for constants, and sets of flags."""
import sys
from builtins import property as bltns_property
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    'EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
    'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
    'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS',
    'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name',
]

# These names are asked for while the classes that they will mean are made.
Enum = Flag = EJECT = _stdlib_enums = ReprEnum = None


class nonmember:
    """Keeps an attribute from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes an attribute a member that would not become one."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(cls_name, name):
    pattern = f'_{cls_name}__'
    return (
        len(name) > len(pattern) and name.startswith(pattern) and (name[-1] != '_' or name[-2] != '_')
    )


def _is_internal_class(cls_name, obj):
    if not isinstance(obj, type):
        return False
    qualname = getattr(obj, '__qualname__', '')
    return f'{cls_name}.{getattr(obj, "__name__", "")}' == '.'.join(qualname.split('.')[-2:])


def _is_single_bit(num):
    if num == 0:
        return False
    return num & (num - 1) == 0


def _iter_bits_lsb(num):
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError(f'{num!r} is not a positive integer')
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def show_flag_values(value):
    """The single bits of a value."""
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """The digits of an integer in base 2, the sign as a digit of its own in front."""
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        s = format(num + ceiling, 'b').replace('1', '0', 1)
    else:
        s = format(~num ^ (ceiling - 1) + ceiling, 'b')
    s = '0b' + s
    sign, digits = s[:3], s[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f'{sign} {digits}'


_auto_null = object()


class auto:
    """Stands for the value that follows from the members before."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class property(DynamicClassAttribute):
    """A property of members that a member of the same name may stand before on the class."""

    member = None
    _attr_type = None
    _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is None:
                raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
            return self.member
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == 'attr':
            return getattr(self._cls_type, self.name)
        if self._attr_type == 'desc':
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}') from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _keep_unhashable(enum_class, name, value):
    """Note a value of a member that no table can be asked for."""
    enum_class._unhashable_values_.append(value)
    enum_class._unhashable_values_map_.setdefault(name, []).append(value)


def _is_free(value, holder, claimant):
    """Whether a value has no member yet; it may not have another than the one that claims it."""
    if holder is None:
        return True
    if holder is not claimant:
        raise ValueError(f'{value!r} is already bound: {holder!r}')
    return False


# Whether a member is just made; the reference's name, which `vars()` shows.
_IN_PROGRESS = '_%s__in_progress'


class _proto_member:
    """Stands in a new class for a member, and becomes it when the class names it."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, member_name):
        delattr(enum_class, member_name)
        args = self.value if isinstance(self.value, tuple) else (self.value,)
        if enum_class._member_type_ is tuple:
            args = (args,)
        enum_member = self._instance(enum_class, args)
        value = enum_member._value_
        enum_member._name_, enum_member.__objclass__ = member_name, enum_class
        enum_member.__init__(*args)
        enum_member._sort_order_ = len(enum_class._member_names_)
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if is_flag and isinstance(value, int):
            enum_class._flag_mask_ |= value
            if _is_single_bit(value):
                enum_class._singles_mask_ |= value
            enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
        try:
            try:
                enum_member = enum_class._value2member_map_[value]
            except TypeError:
                for canonical in enum_class._member_map_.values():
                    if canonical._value_ == value:
                        enum_member = canonical
                        break
                else:
                    raise KeyError
        except KeyError:
            # A combination of flags is an alias, and so are equal values.
            if not is_flag or isinstance(value, int) and _is_single_bit(value):
                enum_class._member_names_.append(member_name)
        enum_class._add_member_(member_name, enum_member)
        try:
            enum_class._value2member_map_.setdefault(value, enum_member)
            if value not in enum_class._hashable_values_:
                enum_class._hashable_values_.append(value)
        except TypeError:
            _keep_unhashable(enum_class, member_name, value)

    def _instance(self, enum_class, args):
        """A new instance that knows its value: from its class's __new__, or else from the type of the values."""
        setattr(enum_class, _IN_PROGRESS, True)
        made = enum_class._new_member_(enum_class, *(args if enum_class._use_args_ else ()))
        setattr(enum_class, _IN_PROGRESS, False)
        if hasattr(made, '_value_'):
            return made
        value_type = enum_class._member_type_
        if value_type is object:
            made._value_ = self.value
            return made
        try:
            made._value_ = value_type(*args)
        except Exception as exc:
            raise TypeError('_value_ not set in __new__, unable to create it') from exc
        return made


_SETTINGS = (
    '_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
    '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_',
)


class EnumDict(dict):
    """The namespace of a new enumeration: knows which of its names are members."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _SETTINGS:
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (
            _is_descriptor(value) or self._cls_name is not None and _is_internal_class(self._cls_name, value)
        ):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._settled(key, value)
        super().__setitem__(key, value)

    def _settled(self, key, value):
        """The value of a new member, with what auto() stands for filled in."""
        if isinstance(value, auto):
            value = self._filled(key, value)
        elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            kind = type(value)
            items = [self._filled(key, item) if isinstance(item, auto) else item for item in value]
            try:
                value = kind(items)
            except TypeError:
                value = kind(*items)
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _filled(self, key, placeholder):
        """What one auto() stands for; it counts as a value before those that follow."""
        if placeholder.value is _auto_null:
            placeholder.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(placeholder.value)
        return placeholder.value

    @bltns_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        try:
            self._take((name, members[name]) for name in members.keys())
        except AttributeError:
            self._take(members)
        self._take(more_members.items())

    def _take(self, pairs):
        for name, value in pairs:
            self[name] = value


_EnumDict = EnumDict
_FLAG_METHODS = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')
_not_given = object()


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        enum_dict = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            enum_dict['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return enum_dict

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault('_ignore_', []).append('_ignore_')
        for key in classdict['_ignore_']:
            classdict.pop(key, None)
        member_names = classdict._member_names
        invalid_names = set(member_names) & {'mro', ''}
        if invalid_names:
            raise ValueError(f'invalid enum member name(s) {",".join(repr(n) for n in invalid_names)}')
        order = classdict.pop('_order_', None)
        classdict = dict(classdict.items())
        generate = classdict.get('_generate_next_value_')
        if generate is not None and type(generate) is not staticmethod:
            classdict['_generate_next_value_'] = staticmethod(generate)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        for name in member_names:
            classdict[name] = _proto_member(classdict[name])
        classdict['_new_member_'] = new
        classdict['_use_args_'] = use_args
        classdict['_member_names_'] = []
        classdict['_member_map_'] = {}
        classdict['_value2member_map_'] = {}
        classdict['_hashable_values_'] = []
        classdict['_unhashable_values_'] = []
        classdict['_unhashable_values_map_'] = {}
        classdict['_member_type_'] = member_type
        classdict['_value_repr_'] = metacls._find_data_repr_(cls, bases)
        classdict['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
        classdict['_flag_mask_'] = 0
        classdict['_singles_mask_'] = 0
        classdict['_all_bits_'] = 0
        classdict['_inverted_'] = None
        enum_class = super().__new__(metacls, cls, bases, classdict, **kwds)
        metacls._finish(enum_class, bases, classdict, member_type, first_enum, new, save_new)
        if order is not None:
            metacls._check_order(enum_class, order)
        return enum_class

    @classmethod
    def _finish(metacls, enum_class, bases, classdict, member_type, first_enum, new, save_new):
        """Give a new enumeration the methods that it takes from its bases in an order of its own."""
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError(
                    'ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)'
                )
            if '__format__' not in classdict:
                enum_class.__format__ = classdict['__format__'] = member_type.__format__
            if '__str__' not in classdict:
                method = member_type.__str__
                if method is object.__str__:
                    method = member_type.__repr__
                enum_class.__str__ = classdict['__str__'] = method
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in classdict:
                found = getattr(enum_class, name)
                if found in (getattr(member_type, name, None), getattr(object, name)):
                    setattr(enum_class, name, getattr(first_enum, name))
        if Flag is not None and issubclass(enum_class, Flag):
            for name in _FLAG_METHODS:
                if name not in classdict:
                    setattr(enum_class, name, getattr(Flag, name))
            values = [m._value_ for m in enum_class]
            if values != sorted(values):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = new
            enum_class.__new__ = Enum.__new__

    @classmethod
    def _check_order(metacls, enum_class, order):
        if isinstance(order, str):
            order = order.replace(',', ' ').split()
        names = enum_class._member_names_
        if Flag is not None and issubclass(enum_class, Flag):
            names = [
                name for name in enum_class._member_map_
                if isinstance(enum_class[name]._value_, int) and _is_single_bit(enum_class[name]._value_)
            ]
            order = [name for name in order if name in names or name not in enum_class._member_map_]
        else:
            order = [
                name for name in order
                if name not in enum_class._member_map_ or enum_class[name]._name_ == name
            ]
        if order != names:
            raise TypeError(f'member order does not match _order_:\n  {names!r}\n  {order!r}')

    def __bool__(cls):
        return True

    def __call__(
        cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None,
    ):
        """Look a member up by its value; of a class without members, make an enumeration of the names."""
        if cls._member_map_:
            wanted = value if names is _not_given else (value, names, *values)
            return cls.__new__(cls, wanted)
        if names is _not_given and type is None:
            raise TypeError(
                f'{cls} has no members; specify `names=()` if you meant to create a new, empty, enum'
            )
        return cls._create_(
            value, names=None if names is _not_given else names, module=module, qualname=qualname, type=type,
            start=start, boundary=boundary,
        )

    def __contains__(cls, value):
        """Whether something is a member or the value of one."""
        if isinstance(value, cls):
            return True
        if issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                pass
        return value in cls._unhashable_values_ or value in cls._hashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __dir__(cls):
        shown = {
            '__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
            '__module__', '__name__', '__qualname__', *cls._member_names_,
        }
        makers = (('__new__', cls._new_member_), ('__init_subclass__', cls.__init_subclass__))
        shown.update(name for name, own in makers if own is not getattr(object, name))
        if cls._member_type_ is not object:
            shown.update(dir(cls._member_type_))
        return sorted(shown)

    def __getitem__(cls, name):
        """The member of a name."""
        return cls._member_map_[name]

    def __len__(cls):
        return len(cls._member_names_)

    def __iter__(cls):
        """The members in the order of their definition, without aliases."""
        yield from map(cls._member_map_.get, cls._member_names_)

    def __reversed__(cls):
        yield from map(cls._member_map_.get, reversed(cls._member_names_))

    @bltns_property
    def __members__(cls):
        """All names, aliases too, with their members."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """An enumeration of names."""
        bases = (cls,) if type is None else (type, cls)
        first_enum = cls._get_mixins_(class_name, bases)[1]
        metacls = cls.__class__
        classdict = metacls.__prepare__(class_name, bases)
        names = names.replace(',', ' ').split() if isinstance(names, str) else names
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            names = _numbered(first_enum, names, start)
        for item in () if names is None else names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is None:
            # Frames of the library do not count: this is the module that asks.
            module = sys._getframemodulename(0)
        if module is not None:
            classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Make constants of a module the members of an enumeration, which takes their places."""
        module_globals = sys.modules[module].__dict__
        found = vars(source) if source else module_globals
        members = [(key, value) for key, value in found.items() if filter(key)]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort(key=lambda item: item[0])
        made = cls._create_(name, members, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            module_globals.update(made.__members__)
        module_globals[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {class_name!r}> cannot extend {base!r}')

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of the values that bases give, and the enumeration among the bases."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for base in (each for parent in bases for each in parent.__mro__ if each is not object):
            if isinstance(base, EnumType):
                return base._value_repr_
            attributes = base.__dict__
            if '__repr__' in attributes:
                is_field_list = '__dataclass_fields__' in attributes and attributes['__dataclass_params__'].repr
                return _dataclass_repr if is_field_list else attributes['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = {_data_type_along(parent.__mro__) for parent in bases} - {None}
        if len(data_types) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {data_types!r}')
        return data_types.pop() if data_types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes members, whether the class's own is to be kept, and whether it takes the value."""
        new = classdict.get('__new__', None)
        save_new = first_enum is not None and new is not None
        if new is None:
            makers = (
                getattr(kind, method, None)
                for method in ('__new_member__', '__new__') for kind in (member_type, first_enum)
            )
            none_of_its_own = (None, getattr(None, '__new__', None), object.__new__, _enum_new())
            new = next((maker for maker in makers if maker not in none_of_its_own), object.__new__)
        use_args = not (first_enum is None or new in (_enum_new(), object.__new__))
        return new, save_new, use_args

    def _add_member_(cls, name, member):
        """Bind a member to a name; a property of the same name goes on serving the members."""
        if name in cls._member_map_:
            if cls._member_map_[name] is not member:
                raise NameError(f'{name!r} is already bound: {cls._member_map_[name]!r}')
            return
        found = kind = class_type = None
        for base in cls.__mro__[1:]:
            attr = base.__dict__.get(name)
            if attr is None:
                continue
            if isinstance(attr, (property, DynamicClassAttribute)):
                found, class_type, kind = attr, base, 'enum'
                break
            if _is_descriptor(attr):
                found, kind, class_type = attr, kind or 'desc', class_type or base
                continue
            kind, class_type = 'attr', base
        bound = member
        if found is not None or kind == 'attr' and class_type is not None:
            bound = property()
            bound.member = member
            bound.__set_name__(cls, name)
            if kind in ('enum', 'desc'):
                for accessor in ('fget', 'fset', 'fdel'):
                    setattr(bound, accessor, getattr(found, accessor, None))
            bound._attr_type, bound._cls_type = kind, class_type
        setattr(cls, name, bound)
        cls._member_map_[name] = member


def _numbered(enum_class, names, start):
    """The names, each with the value that the enumeration generates for it."""
    values = []
    for name in names:
        values.append(enum_class._generate_next_value_(name, start, len(values), values[:]))
    return list(zip(names, values))


def _data_type_along(order):
    """The type of the values that a resolution order gives: the first class on the way to one that makes instances."""
    first_plain = None
    for each in order:
        if each is object:
            continue
        if isinstance(each, EnumType):
            if each._member_type_ is not object:
                return each._member_type_
            continue
        first_plain = first_plain or each
        if not each.__dict__.keys().isdisjoint(_INSTANCE_MAKERS):
            return first_plain
    return None


_INSTANCE_MAKERS = ('__new__', '__dataclass_fields__')


def _enum_new():
    return None if Enum is None else Enum.__new__


EnumMeta = EnumType


def _equal_member(cls, value):
    """The member of a value that no table can be asked for, found by comparing."""
    kept = (name for name, values in cls._unhashable_values_map_.items() if value in values)
    equal = (name for name, member in cls._member_map_.items() if value == member._value_)
    name = next(kept, None) or next(equal, None)
    return cls[name] if name else None


def _from_missing(cls, value):
    """What _missing_() gives for a value that no member has, or the exception that says why it is none."""
    try:
        found, wrong = cls._missing_(value), None
    except Exception as error:
        found, wrong = None, error
    try:
        ejected = isinstance(found, int) and Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
        if isinstance(found, cls) or ejected:
            return found
        invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if wrong is None:
            wrong = invalid if found is None else TypeError(
                f'error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member')
        if not isinstance(wrong, ValueError):
            wrong.__context__ = invalid
        raise wrong
    finally:
        # The traceback of either refers to this frame.
        wrong = invalid = None


class Enum(metaclass=EnumType):
    """A class whose attributes are its only instances.

    Members are looked up by attribute (Color.RED), by value (Color(1)) and by name (Color['RED']).
    """

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            member = cls._value2member_map_.get(value)
        except TypeError:
            member = _equal_member(cls, value)
        if member is not None:
            return member
        if cls._member_map_:
            return _from_missing(cls, value)
        if getattr(cls, _IN_PROGRESS, False):
            raise TypeError('do not use `super().__new__; call the appropriate __new__ directly') from None
        raise TypeError(f'{cls!r} has no members defined')

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return '(*values)'
        return '(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)'

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        try:
            is_new = _is_free(value, cls._value2member_map_.get(value), self)
        except TypeError:
            equal = (each for each in cls._member_map_.values() if each._value_ == value)
            is_new = _is_free(value, next(equal, None), self)
        if not is_new:
            return
        try:
            cls._value2member_map_.setdefault(value, self)
            cls._hashable_values_.append(value)
        except TypeError:
            _keep_unhashable(cls, self.name, value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value that auto() stands for: one more than the greatest before."""
        if not last_values:
            return start
        greatest = []
        try:
            greatest[:] = sorted(last_values)[-1:]
            return greatest[0] + 1
        except TypeError:
            wrong = f'unable to increment {greatest[0]!r}' if greatest else 'unable to sort non-numeric values'
        raise TypeError(wrong)

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        return f'<{self.__class__.__name__}.{self._name_}: {shown(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        """Public methods and attributes."""
        has_data = self.__class__._member_type_ is not object
        interesting = set(object.__dir__(self)) if has_data else set()
        members = self._member_map_
        interesting.update(
            name for name in getattr(self, '__dict__', ()) if name[0] != '_' and name not in members
        )
        for owner in self.__class__.mro():
            for name, obj in owner.__dict__.items():
                if name[0] == '_':
                    continue
                is_property = isinstance(obj, property)
                if name not in members or is_property and obj.fget is not None:
                    interesting.add(name)
                elif is_property:
                    interesting.discard(name)
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'} | interesting
        return sorted(names)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __hash__(self):
        return hash(self._name_)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    name = property(lambda self: self._name_, doc='The name of the member.')
    value = property(lambda self: self._value_, doc='The value of the member.')


class ReprEnum(Enum):
    """An enumeration whose members are shown by str() and format() as their values are."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are integers."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        for role, given in zip(('encoding', 'errors'), values[1:]):
            if not isinstance(given, str):
                raise TypeError(f'{role} must be a string, not {given!r}')
        text = str(*values)
        member = str.__new__(cls, text)
        member._value_ = text
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value that auto() stands for: the name in lower case."""
        return name.lower()


def pickle_by_global_name(self, proto):
    """For modules whose constants became members."""
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    """For members whose values cannot be pickled."""
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What becomes of bits that no flag has: an error, nothing, an integer, or they are kept."""

    STRICT, CONFORM, EJECT, KEEP = auto(), auto(), auto(), auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _name_of_bits(cls, value):
    """The names of the flags in a value, and a number for the bits that are in none; None without any flag."""
    parts = list(cls._iter_member_(value & cls._singles_mask_))
    if value & ~cls._singles_mask_:
        for flag in cls._member_map_.values():
            if flag not in parts and flag._value_ and flag._value_ & value == flag._value_:
                parts.append(flag)
    covered = 0
    for flag in parts:
        covered |= flag._value_
    if not covered:
        return None
    name = '|'.join(flag._name_ for flag in parts)
    rest = value ^ covered
    if not rest:
        return name
    if cls._boundary_ is STRICT:
        raise ValueError(f'{cls!r}: no members with value {rest!r}')
    return f'{name}|{cls._numeric_repr_(rest)}'


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members can be combined bit by bit."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value that auto() stands for: the bit above the highest before."""
        if not last_values:
            return 1 if start is None else start
        highest = max(last_values)
        try:
            return 1 << highest.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {highest!r}') from None

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _iter_member_by_value_(cls, value):
        yield from map(cls._value2member_map_.get, _iter_bits_lsb(value & cls._flag_mask_))

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _missing_(cls, value):
        """Make the combination that a value means."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        flag_mask = cls._flag_mask_
        singles_mask = cls._singles_mask_
        all_bits = cls._all_bits_
        neg_value = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if cls._boundary_ is STRICT:
                max_bits = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError(
                    f'{cls!r} invalid value {value!r}\n    given {bin(value, max_bits)}\n'
                    f'  allowed {bin(flag_mask, max_bits)}'
                )
            if cls._boundary_ is CONFORM:
                value = value & flag_mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError(f'{cls!r} unknown flag boundary {cls._boundary_!r}')
        if value < 0:
            neg_value = value
            if cls._boundary_ in (EJECT, KEEP):
                value = all_bits + 1 + value
            else:
                value = singles_mask & value
        unknown = value & ~flag_mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]')
        data_type = cls._member_type_
        made = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = _name_of_bits(cls, value)
        combination = cls._value2member_map_.setdefault(value, made)
        if neg_value is not None:
            cls._value2member_map_[neg_value] = combination
        return combination

    def __contains__(self, other):
        """Whether a flag has all bits of another."""
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                f'{self.__class__.__qualname__!r}'
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """The members that make it up."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {shown(self._value_)}>'
        return f'<{self.__class__.__name__}.{self._name_}: {shown(self._value_)}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _operand(self, other, symbol):
        """The value of the other side of an operator."""
        other_value = self._get_value(other)
        if other_value is not NotImplemented:
            for flag in self, other:
                if self._get_value(flag) is None:
                    raise TypeError(f"'{flag}' cannot be combined with other flags with {symbol}")
        return other_value

    def __or__(self, other):
        value = self._operand(other, '|')
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other, '&')
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other, '^')
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            others = ~self._value_
            if self._boundary_ not in (EJECT, KEEP):
                others &= self._singles_mask_
            self._inverted_ = self.__class__(others)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers."""


from _enum_checks import (
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, _dataclass_repr, _simple_enum, global_enum, global_enum_repr,
    global_flag_repr, global_str, unique, verify,
)
