"""Readers that give the files of packages in the file system."""
import pathlib
from importlib.resources import abc

__all__ = ["FileReader", "MultiplexedPath", "NamespaceReader"]


class FileReader(abc.TraversableResources):
    """The files of a package that lies in one directory; made of its loader."""

    def __init__(self, loader):
        self.path = pathlib.Path(loader.path).parent

    def resource_path(self, resource):
        return str(self.path / resource)

    def files(self):
        return self.path


class MultiplexedPath(abc.Traversable):
    """Several directories that are read as if they were one."""

    def __init__(self, *paths):
        self._paths = list(dict.fromkeys(map(pathlib.Path, paths)))
        if not self._paths:
            raise FileNotFoundError("MultiplexedPath must contain at least one path")
        if not all(path.is_dir() for path in self._paths):
            raise NotADirectoryError("MultiplexedPath only supports directories")

    def iterdir(self):
        named = {}
        for path in self._paths:
            for child in path.iterdir():
                named.setdefault(child.name, child)
        return iter(named.values())

    def is_dir(self):
        return True

    def is_file(self):
        return False

    def open(self, *args, **kwargs):
        raise FileNotFoundError(f"{self} is not a file")

    def read_bytes(self):
        raise FileNotFoundError(f"{self} is not a file")

    def read_text(self, *args, **kwargs):
        raise FileNotFoundError(f"{self} is not a file")

    def joinpath(self, *descendants):
        try:
            return super().joinpath(*descendants)
        except abc.TraversalError:
            return self._paths[0].joinpath(*descendants)

    @property
    def name(self):
        return self._paths[0].name

    def __repr__(self):
        paths = ", ".join(repr(str(path)) for path in self._paths)
        return f"MultiplexedPath({paths})"


class NamespaceReader(abc.TraversableResources):
    """The files of a package that lies in several directories."""

    def __init__(self, namespace_path):
        if "NamespacePath" not in str(namespace_path):
            raise ValueError("Invalid path")
        self.path = MultiplexedPath(*namespace_path)

    def resource_path(self, resource):
        return str(self.path.joinpath(resource))

    def files(self):
        return self.path
