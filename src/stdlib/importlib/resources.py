"""Files in packages."""
import contextlib
import os
import sys
from pathlib import Path

__all__ = [
    "Package", "as_file", "files", "is_resource", "open_binary", "open_text", "path", "read_binary", "read_text", "contents",
]

Package = object


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
