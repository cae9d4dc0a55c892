"""Runs modules and files as programs."""
import sys
from _importlib import SourceFileLoader, is_directory as _is_directory
from importlib.util import find_spec as _find_spec
from types import ModuleType as _ModuleType

__all__ = ['run_module', 'run_path']


class _Standing:
    """Puts a module under a name into sys.modules, and a file first into sys.argv, for a while."""

    def __init__(self, name, module, first):
        self._name = name
        self._module = module
        self._first = first

    def __enter__(self):
        self._before = sys.modules.get(self._name)
        self._argument = sys.argv[0]
        sys.modules[self._name] = self._module
        sys.argv[0] = self._first

    def __exit__(self, *exc):
        sys.argv[0] = self._argument
        if self._before is None:
            sys.modules.pop(self._name, None)
        else:
            sys.modules[self._name] = self._before


def _fill(names, init_globals, name, spec, file, loader, package):
    if init_globals is not None:
        names.update(init_globals)
    names.update(
        __name__=name, __file__=file, __cached__=None, __doc__=None, __loader__=loader, __package__=package,
        __spec__=spec,
    )


def _run_as_module(code, init_globals, name, spec, file, loader, package):
    module = _ModuleType(name)
    with _Standing(name, module, file):
        _fill(module.__dict__, init_globals, name, spec, file, loader, package)
        exec(code, module.__dict__)
        return module.__dict__.copy()


def _find_module(name):
    if name.startswith('.'):
        raise ImportError('Relative module names not supported')
    parent = name.rpartition('.')[0]
    if parent:
        try:
            __import__(parent)
        except ImportError as error:
            missing = error.name
            if missing is None or missing != parent and not parent.startswith(missing + '.'):
                raise
    try:
        spec = _find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        hint = ''
        if name.endswith('.py'):
            hint = f". Try using '{name[:-3]}' instead of '{name}' as the module name."
        text = f'Error while finding module specification for {name!r} ({type(error).__name__}: {error}){hint}'
        raise ImportError(text) from error
    if spec is None:
        raise ImportError(f'No module named {name}')
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise ImportError('Cannot use package as __main__ module')
        inside = name + '.__main__'
        try:
            return _find_module(inside)
        except ImportError as error:
            if name not in sys.modules:
                raise
            raise ImportError(f'{error}; {name!r} is a package and cannot be directly executed') from error
    loader = spec.loader
    if loader is None:
        raise ImportError(f'{name!r} is a namespace package and cannot be executed')
    code = loader.get_code(name) if hasattr(loader, 'get_code') else None
    if code is None:
        raise ImportError(f'No code object available for {name}')
    return name, spec, code


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Run a module's code, and give the names that it has made."""
    mod_name, spec, code = _find_module(mod_name)
    name = mod_name if run_name is None else run_name
    if alter_sys:
        return _run_as_module(code, init_globals, name, spec, spec.origin, spec.loader, spec.parent)
    names = {}
    _fill(names, init_globals, name, spec, spec.origin, spec.loader, spec.parent)
    exec(code, names)
    return names


def run_path(path_name, init_globals=None, run_name=None):
    """Run a file, or what a directory has as `__main__`, and give the names that it has made."""
    name = '<run_path>' if run_name is None else run_name
    if hasattr(path_name, '__fspath__'):
        path_name = path_name.__fspath__()
    if isinstance(path_name, bytes):
        path_name = path_name.decode()
    if not _is_directory(path_name):
        code = SourceFileLoader(name, path_name).get_code(name)
        return _run_as_module(code, init_globals, name, None, path_name, None, name.rpartition('.')[0])
    before = sys.modules.pop('__main__', None)
    sys.path.insert(0, path_name)
    try:
        try:
            _, spec, code = _find_module('__main__')
        except ImportError as error:
            if error.name is not None and error.name != '__main__':
                raise
            raise ImportError(f"can't find '__main__' module in {path_name!r}") from error
    finally:
        if before is not None:
            sys.modules['__main__'] = before
    try:
        return _run_as_module(code, init_globals, name, spec, spec.origin, spec.loader, '')
    finally:
        if path_name in sys.path:
            sys.path.remove(path_name)
