"""The part of os on the environment of the process and of its children."""
__name__ = "os"

import os
from _collections_abc import MutableMapping
from os import defpath, fsdecode, fsencode, pathsep, strerror
from posix import _environ


class _Environ(MutableMapping):
    """The environment as a mapping of names to values."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self._data = data
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue

    def _known(self, key):
        """The key as it is kept, or the error that names it as it was given."""
        kept = self.encodekey(key)
        if kept not in self._data:
            raise KeyError(key) from None
        return kept

    def __getitem__(self, key):
        return self.decodevalue(self._data[self._known(key)])

    def __setitem__(self, key, value):
        name, text = self.encodekey(key), self.encodevalue(value)
        putenv(name, text)
        self._data[name] = text

    def __delitem__(self, key):
        unsetenv(self.encodekey(key))
        del self._data[self._known(key)]

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        yield from map(self.decodekey, list(self._data))

    def __repr__(self):
        items = ", ".join(
            f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}" for key, value in self._data.items())
        return f"environ({{{items}}})"

    def setdefault(self, key, value):
        if key in self:
            return self[key]
        self[key] = value
        return self[key]

    def copy(self):
        return dict(self)

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        new = dict(other)
        new.update(self)
        return new


def _encode(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode("utf-8", "surrogateescape")


def _decode(value):
    return value.decode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


_variables = dict(_environ())
environ = _Environ(_variables, _encode, _decode, _encode, _decode)
environb = _Environ(_variables, _check_bytes, bytes, _check_bytes, bytes)


#: What children are given.
_exported = dict(_variables)


def putenv(name, value, /):
    """Set an environment variable: what os.environ does."""
    name, value = fsencode(name), fsencode(value)
    if b"\0" in name or b"\0" in value:
        raise ValueError("embedded null byte")
    if b"=" in name:
        raise ValueError("illegal environment variable name")
    if not name:
        raise OSError(22, strerror(22))
    _exported[name] = value


def unsetenv(name, /):
    """Delete an environment variable of children: what os.environ does."""
    name = fsencode(name)
    if b"\0" in name:
        raise ValueError("embedded null byte")
    if not name or b"=" in name:
        raise OSError(22, strerror(22))
    _exported.pop(name, None)


def getenv(key, default=None):
    """An environment variable, or the default."""
    return os.environ.get(key, default)


def getenvb(key, default=None):
    """An environment variable in bytes, or the default."""
    return os.environb.get(key, default)


def get_exec_path(env=None):
    """The directories that programs are looked for in."""
    if env is None:
        env = os.environ
    found = env.get("PATH")
    try:
        in_bytes = env[b"PATH"]
    except (KeyError, TypeError):
        pass
    else:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = in_bytes
    return (defpath if found is None else fsdecode(found)).split(pathsep)
