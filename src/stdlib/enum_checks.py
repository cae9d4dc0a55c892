"""What checks enumerations and changes how they show. A part of enum, whose name its classes bear."""
__name__ = 'enum'

import sys
from enum import Enum, Flag, FlagBoundary, ReprEnum, StrEnum, _is_single_bit, _iter_bits_lsb


def unique(enumeration):
    """A decorator that refuses aliases."""
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ', '.join(f'{k}={getattr(self, k)!r}' for k in fields if fields[k].repr)


def global_enum_repr(self):
    """The member as it is written: module.NAME."""
    module = self.__class__.__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    """The flags as they are written: module.NAME|module.NAME."""
    module = self.__class__.__module__.split('.')[-1]
    cls_name = self.__class__.__name__
    if self._name_ is None:
        return f'{module}.{cls_name}({self._value_!r})'
    if _is_single_bit(self._value_):
        return f'{module}.{self._name_}'
    if self._boundary_ is not FlagBoundary.KEEP:
        return '|'.join(f'{module}.{name}' for name in self.name.split('|'))
    names = []
    for n in self._name_.split('|'):
        names.append(n if n[0].isdigit() else f'{module}.{n}')
    return '|'.join(names)


def global_str(self):
    """The name alone."""
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    """A decorator that puts the members into the module, and shows them as its constants."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


class EnumCheck(StrEnum):
    """What verify can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        cls_name = enumeration.__name__
        is_flag = Flag is not None and issubclass(enumeration, Flag)
        if not is_flag and not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
                if duplicates:
                    details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
                    raise ValueError(f'aliases found in {enumeration!r}: {details}')
            elif check is CONTINUOUS:
                values = {e.value for e in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    between = range(low.bit_length(), high.bit_length() - 1)
                    missing = [2 ** i for i in between if 2 ** i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    kind = 'flag' if is_flag else 'enum'
                    details = ', '.join(str(m) for m in missing)
                    raise ValueError(f'invalid {kind} {cls_name!r}: missing values {details}'[:256])
            elif check is NAMED_FLAGS:
                self._check_named(enumeration, cls_name)
        return enumeration

    @staticmethod
    def _check_named(enumeration, cls_name):
        values = [m._value_ for m in enumeration.__members__.values()]
        names = []
        missing_value = 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            missed = [v for v in _iter_bits_lsb(alias.value) if v not in values]
            if missed:
                names.append(name)
                for v in missed:
                    missing_value |= v
        if names:
            if len(names) == 1:
                alias = f'alias {names[0]} is missing'
            else:
                alias = f'aliases {", ".join(names[:-1])} and {names[-1]} are missing'
            if _is_single_bit(missing_value):
                value = f'value 0x{missing_value:x}'
            else:
                value = f'combined values of 0x{missing_value:x}'
            raise ValueError(
                f'invalid Flag {cls_name!r}: {alias} {value} [use enum.show_flag_values(value) for details]'
            )


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A decorator that makes a plain class an enumeration."""

    def convert_class(cls):
        namespace = etype.__class__.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__', '__static_attributes__', '__firstlineno__'):
                namespace[name] = value
        return etype.__class__(cls.__name__, (etype,), namespace, boundary=boundary)

    return convert_class
