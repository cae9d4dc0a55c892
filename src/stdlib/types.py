"""Names for the classes of things that have no name of their own, and ways to make classes."""
from _types import *
from _types import PyCapsule as CapsuleType, _mark_coroutine, _new_class, _prepare_class

__all__ = [
    'AsyncGeneratorType', 'BuiltinFunctionType', 'BuiltinMethodType', 'CapsuleType', 'CellType', 'ClassMethodDescriptorType',
    'CodeType', 'CoroutineType', 'DynamicClassAttribute', 'EllipsisType', 'FrameType', 'FunctionType',
    'GeneratorType', 'GenericAlias', 'GetSetDescriptorType', 'LambdaType', 'MappingProxyType',
    'MemberDescriptorType', 'MethodDescriptorType', 'MethodType', 'MethodWrapperType', 'ModuleType', 'NoneType',
    'NotImplementedType', 'SimpleNamespace', 'TracebackType', 'UnionType', 'WrapperDescriptorType', 'coroutine',
    'get_original_bases', 'new_class', 'prepare_class', 'resolve_bases',
]


def coroutine(func):
    """Let what a generator function gives be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if isinstance(func, FunctionType):
        flags = func.__code__.co_flags
        if flags & 0x180:
            return func
        if flags & 0x20:
            return _mark_coroutine(func)

    from _collections_abc import Coroutine, Generator

    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        is_marked = isinstance(result, GeneratorType) and result.gi_code.co_flags & 0x100
        if is_marked or isinstance(result, Coroutine) or not isinstance(result, Generator):
            return result
        return _GeneratorWrapper(result)

    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        try:
            setattr(wrapped, name, getattr(func, name))
        except AttributeError:
            pass
    wrapped.__wrapped__ = func
    return wrapped


class _GeneratorWrapper:
    """An object like a generator, to be awaited."""

    def __init__(self, generator):
        self.__generator = generator
        self.__is_generator = isinstance(generator, GeneratorType)
        self.__name__ = getattr(generator, '__name__', None)
        self.__qualname__ = getattr(generator, '__qualname__', None)

    def send(self, value):
        return self.__generator.send(value)

    def throw(self, *args):
        return self.__generator.throw(*args)

    def close(self):
        return self.__generator.close()

    def __next__(self):
        return next(self.__generator)

    def __iter__(self):
        return self.__generator if self.__is_generator else self

    __await__ = __iter__


def _behind(name):
    return property(lambda self: getattr(self._GeneratorWrapper__generator, name))


for _name in ('code', 'frame', 'running', 'yieldfrom'):
    _attribute = _behind('gi_' + _name)
    setattr(_GeneratorWrapper, 'gi_' + _name, _attribute)
    setattr(_GeneratorWrapper, 'cr_await' if _name == 'yieldfrom' else 'cr_' + _name, _attribute)
del _attribute, _name


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a class statement does; exec_body fills its namespace."""
    return _new_class(name, bases, {} if kwds is None else dict(kwds), exec_body)


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the remaining keywords that a class statement would use."""
    return _prepare_class(name, bases, {} if kwds is None else dict(kwds))


def resolve_bases(bases):
    """The bases with those replaced that stand for others."""
    resolved = []
    changed = False
    for base in bases:
        if not isinstance(base, type) and hasattr(base, '__mro_entries__'):
            entries = base.__mro_entries__(bases)
            if not isinstance(entries, tuple):
                raise TypeError('__mro_entries__ must return a tuple')
            resolved.extend(entries)
            changed = True
        else:
            resolved.append(base)
    return tuple(resolved) if changed else bases


def get_original_bases(cls, /):
    """The bases of a class as they were written."""
    if hasattr(cls, '__dict__') and hasattr(cls, '__bases__'):
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}')


class DynamicClassAttribute:
    """A property of instances that the class's __getattr__ answers for the class itself."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.overwrite_doc = doc is None
        self.__doc__ = doc or (fget.__doc__ if fget is not None else None)
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    @staticmethod
    def _call(function, refusal, *args):
        if function is None:
            raise AttributeError(refusal)
        return function(*args)

    def __delete__(self, instance):
        self._call(self.fdel, "can't delete attribute", instance)

    def __set__(self, instance, value):
        self._call(self.fset, "can't set attribute", instance, value)

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            return self._call(self.fget, 'unreadable attribute', instance)
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def getter(self, fget):
        """A copy with another getter."""
        text = fget.__doc__ if self.overwrite_doc else None
        return self._changed(text, fget, self.fset, self.fdel)

    def setter(self, fset):
        """A copy with another setter."""
        return self._changed(None, self.fget, fset, self.fdel)

    def deleter(self, fdel):
        """A copy with another deleter."""
        return self._changed(None, self.fget, self.fset, fdel)

    def _changed(self, text, *functions):
        changed = type(self)(*functions, text or self.__doc__)
        changed.overwrite_doc = self.overwrite_doc
        return changed
