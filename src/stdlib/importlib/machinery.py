"""The finders and loaders that imports go through."""
from _importlib import BuiltinImporter, FrozenImporter, ModuleSpec, PathFinder, SourceFileLoader, find_in as _find_in
from _importlib import is_directory as _is_directory

__all__ = [
    'BYTECODE_SUFFIXES', 'BuiltinImporter', 'DEBUG_BYTECODE_SUFFIXES', 'EXTENSION_SUFFIXES', 'ExtensionFileLoader',
    'AppleFrameworkLoader', 'FileFinder', 'FrozenImporter', 'ModuleSpec', 'NamespaceLoader', 'OPTIMIZED_BYTECODE_SUFFIXES', 'PathFinder',
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
            if _is_directory(path):
                return cls(path, *loader_details)
            raise ImportError('only directories are supported', path=path)

        return path_hook_for_FileFinder

    def __repr__(self):
        return f'FileFinder({self.path!r})'


def _load(loader, fullname):
    """Import a module by its loader alone, the way of old."""
    import sys
    from importlib.util import module_from_spec, spec_from_loader
    spec = spec_from_loader(fullname, loader)
    module = sys.modules.get(fullname)
    if module is None:
        module = sys.modules[fullname] = module_from_spec(spec)
    loader.exec_module(module)
    return sys.modules[fullname]


class NamespaceLoader:
    """The loader of packages that are directories alone."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def get_code(self, fullname):
        """The code, which does nothing."""
        return compile('', '<string>', 'exec', dont_inherit=True)

    def get_source(self, fullname):
        """The source text: there is none."""
        return ''

    def is_package(self, fullname):
        """Whether the module is a package: it is."""
        return True

    def create_module(self, spec):
        """Have the module made in the usual way."""
        return None

    def exec_module(self, module):
        """Run nothing."""

    def load_module(self, fullname):
        """Load a module the way of old."""
        return _load(self, fullname)

    def get_resource_reader(self, module):
        """What reads the files of the package."""
        return None


class _FileLoader:
    """A loader of something that is not source text, which cannot be run here."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.name, self.path))

    def create_module(self, spec):
        """Have the module made in the usual way."""
        return None

    def exec_module(self, module):
        """Say that this cannot be run."""
        raise ImportError(f'{self.path} is no source text', name=self.name, path=self.path)

    def load_module(self, fullname):
        """Load a module the way of old."""
        return _load(self, fullname)

    def is_package(self, fullname):
        """Whether the module is a package."""
        file = self.path.rpartition('/')[2]
        return file.partition('.')[0] == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def get_code(self, fullname):
        """The code, of which there is none for this interpreter."""
        return None

    def get_source(self, fullname):
        """The source text: there is none."""
        return None

    def get_filename(self, fullname):
        """The file of the module."""
        return self.path

    def get_data(self, path):
        """The bytes at a path."""
        with open(path, 'rb') as file:
            return file.read()

    def get_resource_reader(self, module):
        """What reads the files of the package."""
        return None


class SourcelessFileLoader(_FileLoader):
    """Loads compiled code without its source: not here."""


class ExtensionFileLoader(_FileLoader):
    """Loads native code: not here."""


class AppleFrameworkLoader(ExtensionFileLoader):
    """Loads native code of another system: not here."""


class WindowsRegistryFinder:
    """Finds modules by the registry of another system: none here."""

    REGISTRY_KEY = r'Software\Python\PythonCore\{sys_version}\Modules\{fullname}'
    REGISTRY_KEY_DEBUG = REGISTRY_KEY + r'\Debug'
    DEBUG_BUILD = False

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a module, or None."""
        return None
