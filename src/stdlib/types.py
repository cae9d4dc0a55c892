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

    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        if isinstance(result, CoroutineType) or hasattr(type(result), '__await__'):
            return result
        if isinstance(result, GeneratorType) or hasattr(type(result), 'send'):
            return _Awaited(result)
        return result

    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        try:
            setattr(wrapped, name, getattr(func, name))
        except AttributeError:
            pass
    wrapped.__wrapped__ = func
    return wrapped


class _Awaited:
    """An object like a generator, to be awaited."""

    def __init__(self, generator):
        self._generator = generator
        self.send = generator.send
        self.throw = generator.throw
        self.close = generator.close

    def __next__(self):
        return next(self._generator)

    def __iter__(self):
        return self._generator

    __await__ = __iter__


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
