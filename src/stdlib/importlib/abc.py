"""What finders and loaders derive from."""
from abc import ABCMeta, abstractmethod
from _importlib import BuiltinImporter, FrozenImporter, PathFinder, SourceFileLoader
from importlib import util as _util
from importlib.machinery import FileFinder

__all__ = [
    'ExecutionLoader', 'FileLoader', 'InspectLoader', 'Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader',
    'SourceLoader',
]


class Loader(_util.Loader, metaclass=ABCMeta):
    """Makes modules."""


class MetaPathFinder(metaclass=ABCMeta):
    """A finder for `sys.meta_path`."""

    def invalidate_caches(self):
        """Forget what is known of files."""


class PathEntryFinder(metaclass=ABCMeta):
    """A finder for one place along a path."""

    def invalidate_caches(self):
        """Forget what is known of files."""


class ResourceLoader(Loader):
    """A loader that reads other data too."""

    @abstractmethod
    def get_data(self, path):
        """The bytes at a path."""
        raise OSError


class InspectLoader(Loader):
    """A loader that shows what it would run."""

    def is_package(self, fullname):
        """Whether the module is a package."""
        raise ImportError

    def get_code(self, fullname):
        """The code of the module, or None."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abstractmethod
    def get_source(self, fullname):
        """The source text of the module, or None."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        """Compile a source text."""
        return compile(data, path, 'exec', dont_inherit=True)

    def exec_module(self, module):
        """Run the code of the module."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'cannot load module {module.__name__!r} when get_code() returns None')
        exec(code, module.__dict__)


class ExecutionLoader(InspectLoader):
    """A loader of files."""

    @abstractmethod
    def get_filename(self, fullname):
        """The file of the module."""
        raise ImportError

    def get_code(self, fullname):
        """The code of the module, or None."""
        source = self.get_source(fullname)
        if source is None:
            return None
        place = ()
        try:
            place = (self.get_filename(fullname),)
        except ImportError:
            pass
        return self.source_to_code(source, *place)


class FileLoader(ResourceLoader, ExecutionLoader):
    """A loader of the file at a path."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, name=None):
        """The file of the module."""
        return self.path

    def get_data(self, path):
        """The bytes at a path."""
        with open(path, 'rb') as file:
            return file.read()

    def get_resource_reader(self, name):
        """What reads the files of a package."""
        return None


class SourceLoader(ResourceLoader, ExecutionLoader):
    """A loader of source text, wherever that comes from."""

    def is_package(self, fullname):
        """Whether the module is a package."""
        file = self.get_filename(fullname).rpartition('/')[2]
        return file.partition('.')[0] == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def get_source(self, fullname):
        """The source text of the module."""
        try:
            data = self.get_data(self.get_filename(fullname))
        except OSError as error:
            raise ImportError('source not available through get_data()', name=fullname) from error
        return _util.decode_source(data)

    def path_mtime(self, path):
        """When the file was changed."""
        if type(self).path_stats is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)['mtime'])

    def path_stats(self, path):
        """What is known of the file: at least when it was changed."""
        if type(self).path_mtime is SourceLoader.path_mtime:
            raise OSError
        return {'mtime': self.path_mtime(path)}

    def set_data(self, path, data):
        """Write a file, if the loader can: nothing is compiled to one here."""

    def get_code(self, fullname):
        """The code of the module."""
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


for _finder in (BuiltinImporter, FrozenImporter, PathFinder):
    MetaPathFinder.register(_finder)
InspectLoader.register(BuiltinImporter)
InspectLoader.register(FrozenImporter)
PathEntryFinder.register(FileFinder)
FileLoader.register(SourceFileLoader)
SourceLoader.register(SourceFileLoader)
