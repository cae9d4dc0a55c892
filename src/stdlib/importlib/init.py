"""Imports by name, and modules run again."""
import sys
from _importlib import import_absolute as _import_absolute
from importlib._names import find as _find, resolve as _resolve

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__

_being_reloaded = {}


def import_module(name, package=None):
    """Import a module; a name with leading dots is looked for in the package."""
    if not isinstance(name, str):
        if not hasattr(name, 'startswith'):
            raise AttributeError(f"'{type(name).__name__}' object has no attribute 'startswith'")
        raise TypeError(f'module name must be str, not {type(name)}')
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        if not isinstance(package, str):
            raise TypeError('__package__ not set to a string')
        name = _resolve(name, package)
    if not name:
        raise ValueError('Empty module name')
    return _import_absolute(name)


def invalidate_caches():
    """Let the finders forget what they know of files."""
    for finder in sys.meta_path:
        forget = getattr(finder, 'invalidate_caches', None)
        if forget is not None:
            forget()


def reload(module):
    """Run a module's code again in the same module."""
    spec = getattr(module, '__spec__', None)
    name = getattr(spec, 'name', None) or getattr(module, '__name__', None)
    if name is None:
        raise TypeError('reload() argument must be a module')
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    if name in _being_reloaded:
        return _being_reloaded[name]
    _being_reloaded[name] = module
    try:
        path = None
        parent = name.rpartition('.')[0]
        if parent:
            if parent not in sys.modules:
                raise ImportError(f'parent {parent!r} not in sys.modules', name=parent)
            path = sys.modules[parent].__path__
        spec = _find(name, path, module)
        module.__spec__ = spec
        if spec is None:
            raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
        if spec.loader is not None:
            module.__loader__ = spec.loader
            spec.loader.exec_module(module)
        return sys.modules[name]
    finally:
        del _being_reloaded[name]
