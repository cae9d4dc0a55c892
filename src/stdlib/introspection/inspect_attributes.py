"""Attributes of objects and classes: which there are, and where each comes from."""
__name__ = 'inspect'
import types
from inspect import _Fields, getmro, isroutine

_missing = object()
_type_dict = type.__dict__['__dict__'].__get__
_type_mro = type.__dict__['__mro__'].__get__
_MAKERS = (staticmethod, types.BuiltinFunctionType)
_CLASS_METHODS = (classmethod, types.ClassMethodDescriptorType)


class Attribute(_Fields):
    _fields = ('name', 'kind', 'defining_class', 'object')


def _replaced_dict(cls):
    """What a class of the line defines as `__dict__` in place of the usual one."""
    for base in _type_mro(cls):
        found = _type_dict(base).get('__dict__', _missing)
        if found is _missing:
            continue
        is_usual = (
            type(found) is types.GetSetDescriptorType and found.__name__ == '__dict__' and found.__objclass__ is base
        )
        if not is_usual:
            return found
    return _missing


def _of_instance(obj, name):
    found = _replaced_dict(type(obj))
    if found is not _missing and type(found) is not types.MemberDescriptorType:
        return _missing
    try:
        own = object.__getattribute__(obj, '__dict__')
    except AttributeError:
        return _missing
    return dict.get(own, name, _missing)


def _of_class(cls, name):
    for base in _type_mro(cls):
        if _replaced_dict(type(base)) is _missing and name in base.__dict__:
            return base.__dict__[name]
    return _missing


def _is_data_descriptor(value):
    kind = type(value)
    return _of_class(kind, '__get__') is not _missing and (
        _of_class(kind, '__set__') is not _missing or _of_class(kind, '__delete__') is not _missing)


def getattr_static(obj, attr, default=_missing):
    """An attribute without running any code for it."""
    kind = type(obj)
    is_class = type in _type_mro(kind)
    own = _missing if is_class else _of_instance(obj, attr)
    found = _of_class(obj if is_class else kind, attr)
    if own is not _missing and not (found is not _missing and _is_data_descriptor(found)):
        return own
    if found is not _missing:
        return found
    if is_class:
        for base in _type_mro(kind):
            if _replaced_dict(type(base)) is _missing and attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def _giver(cls, name, value, line, meta):
    """The last class of the lines that gives a class this value by this name."""
    last = None
    for base in line:
        if getattr(base, name, None) is value:
            last = base
    for base in meta:
        try:
            if base.__getattr__(cls, name) is value:
                last = base
        except AttributeError:
            pass
    return last


def _classified(cls, name, line, meta):
    value = home = None
    if name != '__dict__':
        try:
            value = getattr(cls, name)
        except Exception:
            pass
        else:
            home = getattr(value, '__objclass__', None)
            if home not in line:
                home = _giver(cls, name, value, line, meta)
    written = None
    for base in line + meta:
        if name in base.__dict__:
            written = base.__dict__[name]
            if home not in meta:
                home = base
            break
    if home is None:
        return None
    if isinstance(written, _MAKERS):
        return Attribute(name, 'static method', home, written)
    if isinstance(written, _CLASS_METHODS):
        return Attribute(name, 'class method', home, written)
    if isinstance(written, property):
        return Attribute(name, 'property', home, written)
    value = written if value is None else value
    return Attribute(name, 'method' if isroutine(value) else 'data', home, value)


def classify_class_attrs(cls):
    """What each attribute of a class is, and where it comes from."""
    mro = getmro(cls)
    meta = tuple(base for base in getmro(type(cls)) if base not in (type, object))
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    found, seen = [], set()
    for name in names:
        if name in seen:
            # A name of the class that its metaclass serves as well.
            value = next((base.__dict__[name] for base in mro if name in base.__dict__), None)
            attribute = Attribute(name, 'data', next(base for base in mro if name in base.__dict__), value)
        else:
            attribute = _classified(cls, name, (cls,) + mro, meta)
        if attribute is not None:
            found.append(attribute)
        seen.add(name)
    return found
