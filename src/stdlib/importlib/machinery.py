"""The finders and loaders that imports go through."""
from _importlib import BuiltinImporter, FrozenImporter, ModuleSpec, PathFinder, SourceFileLoader, find_in as _find_in
from _importlib import is_directory as _is_directory

__all__ = [
    'BYTECODE_SUFFIXES', 'BuiltinImporter', 'DEBUG_BYTECODE_SUFFIXES', 'EXTENSION_SUFFIXES', 'ExtensionFileLoader',
    'FileFinder', 'FrozenImporter', 'ModuleSpec', 'NamespaceLoader', 'OPTIMIZED_BYTECODE_SUFFIXES', 'PathFinder',
    'SOURCE_SUFFIXES', 'SourceFileLoader', 'SourcelessFileLoader', 'WindowsRegistryFinder', 'all_suffixes',
]

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []


def all_suffixes():
    """How the names of files end that may be modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class FileFinder:
    """Finds modules in a directory."""

    def __init__(self, path, *loader_details):
        self.path = path or '.'
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]

    def find_spec(self, fullname, target=None):
        """The spec of a module in the directory, or None."""
        spec = _find_in(fullname, self.path)
        if spec is None or spec.loader is None:
            return spec
        for suffix, loader in self._loaders:
            if spec.origin.endswith(suffix):
                if loader is not SourceFileLoader:
                    spec.loader = loader(fullname, spec.origin)
                return spec
        return None

    def invalidate_caches(self):
        """Nothing is cached."""

    @classmethod
    def path_hook(cls, *loader_details):
        """A function for `sys.path_hooks`."""
        def path_hook_for_FileFinder(path):
            if not _is_directory(path):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f'FileFinder({self.path!r})'


class NamespaceLoader:
    """The loader of packages that are directories alone."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass


class _Unsupported:
    """A loader of something that is not source text, which cannot be run here."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        raise ImportError(f'{self.path} is no source text', name=self.name, path=self.path)


class SourcelessFileLoader(_Unsupported):
    """Loads compiled code without its source: not here."""


class ExtensionFileLoader(_Unsupported):
    """Loads native code: not here."""


class WindowsRegistryFinder:
    """Finds modules by the registry of another system: none here."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None
