"""Files in packages."""
import contextlib
import os
import sys
import types
import typing
from abc import ABC, abstractmethod
from pathlib import Path

__all__ = [
    "Anchor", "Package", "ResourceReader", "as_file", "files", "is_resource", "open_binary", "open_text", "path", "read_binary", "read_text", "contents",
]

Package = typing.Union[types.ModuleType, str]
Anchor = Package


class ResourceReader(ABC):
    """What gives the files of a package."""

    @abstractmethod
    def open_resource(self, resource):
        """Open a file for bytes."""
        raise FileNotFoundError

    @abstractmethod
    def resource_path(self, resource):
        """The path of a file in the file system."""
        raise FileNotFoundError

    @abstractmethod
    def is_resource(self, path):
        """Whether there is a file of that name."""
        raise FileNotFoundError

    @abstractmethod
    def contents(self):
        """The names in the package."""
        raise FileNotFoundError


def files(anchor=None):
    """The directory of a package (by default the caller's), as a path."""
    if anchor is None:
        anchor = sys._getframe(0).f_globals["__name__"]
    if isinstance(anchor, str):
        __import__(anchor)
        anchor = sys.modules[anchor]
    folders = getattr(anchor, "__path__", None)
    if folders:
        return Path(next(iter(folders)))
    file = getattr(anchor, "__file__", None)
    if not file:
        raise TypeError(f"{anchor!r} is not a package in files")
    return Path(os.path.dirname(os.path.abspath(file)))


@contextlib.contextmanager
def as_file(path):
    """A resource as a file of the system."""
    yield path


def _resource(anchor, names):
    return files(anchor).joinpath(*names)


def open_binary(anchor, *path_names):
    """Opens a resource for bytes."""
    return _resource(anchor, path_names).open("rb")


def open_text(anchor, *path_names, encoding="utf-8", errors="strict"):
    """Opens a resource for text."""
    return _resource(anchor, path_names).open("r", encoding=encoding, errors=errors)


def read_binary(anchor, *path_names):
    """The bytes of a resource."""
    return _resource(anchor, path_names).read_bytes()


def read_text(anchor, *path_names, encoding="utf-8", errors="strict"):
    """The text of a resource."""
    return _resource(anchor, path_names).read_text(encoding=encoding, errors=errors)


def path(anchor, *path_names):
    """A resource as a file of the system, for a `with` statement."""
    return as_file(_resource(anchor, path_names))


def is_resource(anchor, *path_names):
    """Whether there is a file of that name."""
    return _resource(anchor, path_names).is_file()


def contents(anchor, *path_names):
    """The names in a package."""
    return (each.name for each in _resource(anchor, path_names).iterdir())
