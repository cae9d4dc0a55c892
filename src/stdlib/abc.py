"""Abstract Base Classes (ABCs)."""
from _abc import (
    _abc_init, _abc_instancecheck, _abc_register, _abc_subclasscheck, _get_dump, _reset_caches, _reset_registry,
    get_cache_token,
)


def abstractmethod(funcobj):
    """Mark a method as one that subclasses must implement."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class _Abstract:
    """What the old decorators for methods of classes and for static ones add to the plain ones."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractstaticmethod(_Abstract, staticmethod):
    """A static method that subclasses must implement."""


class abstractclassmethod(_Abstract, classmethod):
    """A class method that subclasses must implement."""


class abstractproperty(property):
    """A property that subclasses must implement."""

    __isabstractmethod__ = True


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __subclasscheck__(cls, subclass):
        """What issubclass(subclass, cls) asks."""
        return _abc_subclasscheck(cls, subclass)

    def __instancecheck__(cls, instance):
        """What isinstance(instance, cls) asks."""
        return _abc_instancecheck(cls, instance)

    def register(cls, subclass):
        """Make a class a virtual subclass of this one. Returns it, so that this can be a decorator."""
        return _abc_register(cls, subclass)

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        made = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(made)
        return made

    def _abc_caches_clear(cls):
        """Forget all answers."""
        _reset_caches(cls)

    def _abc_registry_clear(cls):
        """Forget all registered classes."""
        _reset_registry(cls)

    def _dump_registry(cls, file=None):
        """Print what the class knows."""
        names = ('_abc_registry', '_abc_cache', '_abc_negative_cache', '_abc_negative_cache_version')
        print(f'Class: {cls.__module__}.{cls.__qualname__}', f'Inv. counter: {get_cache_token()}', sep='\n', file=file)
        for name, known in zip(names, _get_dump(cls)):
            print(f'{name}: {known!r}', file=file)


def _is_abstract(value):
    return getattr(value, '__isabstractmethod__', False)


def update_abstractmethods(cls):
    """Find the abstract methods of a class again, after methods were added to it."""
    if hasattr(cls, '__abstractmethods__'):
        inherited = {name for base in cls.__bases__ for name in getattr(base, '__abstractmethods__', ())}
        still = {name for name in inherited if _is_abstract(getattr(cls, name, None))}
        own = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
        cls.__abstractmethods__ = frozenset(still | own)
    return cls


class ABC(metaclass=ABCMeta):
    """A class to derive abstract base classes from."""

    __slots__ = ()
