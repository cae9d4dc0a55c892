"""What gives the files of packages, and what such files can do."""
import abc
import io
import itertools
import os
import pathlib
import typing
from importlib.resources import ResourceReader

__all__ = ["ResourceReader", "Traversable", "TraversableResources"]


class TraversalError(Exception):
    """Nothing, or more than one thing, of that name."""


@typing.runtime_checkable
class Traversable(typing.Protocol):
    """A file or directory, as far as reading needs it: a part of what `pathlib.Path` can do."""

    @abc.abstractmethod
    def iterdir(self):
        """Give what is in the directory."""

    @abc.abstractmethod
    def is_dir(self) -> bool:
        """Tell a directory."""

    @abc.abstractmethod
    def is_file(self) -> bool:
        """Tell a file."""

    @abc.abstractmethod
    def open(self, mode="r", *args, **kwargs):
        """Open it for reading, as text ("r") or bytes ("rb")."""

    @property
    @abc.abstractmethod
    def name(self) -> str:
        """The last part of its path."""

    def read_bytes(self):
        """All of its bytes."""
        with self.open("rb") as stream:
            return stream.read()

    def read_text(self, encoding=None):
        """All of its text."""
        with self.open(encoding=encoding) as stream:
            return stream.read()

    def joinpath(self, *descendants):
        """What lies below, by parts of a path with slashes between them."""
        parts = itertools.chain.from_iterable(pathlib.PurePosixPath(each).parts for each in map(os.fspath, descendants))
        place = self
        for part in parts:
            found = [each for each in place.iterdir() if each.name == part]
            if not found:
                raise TraversalError("Target not found during traversal.", part, list(parts))
            place = found[0]
        return place

    def __truediv__(self, child):
        """The one below of that name."""
        return self.joinpath(child)


class TraversableResources(ResourceReader):
    """A reader that works by a traversable directory."""

    @abc.abstractmethod
    def files(self):
        """Give the directory."""

    def open_resource(self, resource) -> io.BufferedReader:
        return self.files().joinpath(resource).open("rb")

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path) -> bool:
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (each.name for each in self.files().iterdir())
