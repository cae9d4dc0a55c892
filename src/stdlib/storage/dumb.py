"""Files that map bytes to bytes, in the simplest way: one with the values, and one that tells where each stands."""

__all__ = ["error", "open"]

import ast
import collections.abc
import io
import os

_BLOCK = 512
error = OSError


class _Database(collections.abc.MutableMapping):
    """An open database."""

    def __init__(self, filebasename, mode, flag="c"):
        name = os.fsencode(filebasename)
        self._mode = mode
        self._readonly = flag == "r"
        self._dirfile, self._datfile, self._bakfile = name + b".dir", name + b".dat", name + b".bak"
        # Where the value of each key stands, and how long it is; None once this is closed.
        self._index = None
        self._modified = False
        if flag == "n":
            for path in (self._datfile, self._bakfile, self._dirfile):
                try:
                    os.remove(path)
                except OSError:
                    pass
        try:
            io.open(self._datfile, "r", encoding="Latin-1").close()
        except OSError:
            if flag not in ("c", "n"):
                raise
            with io.open(self._datfile, "w", encoding="Latin-1"):
                self._chmod(self._datfile)
        self._read(flag)

    def _read(self, flag):
        self._index = {}
        try:
            file = io.open(self._dirfile, "r", encoding="Latin-1")
        except OSError:
            if flag not in ("c", "n"):
                raise
            with io.open(self._dirfile, "w", encoding="Latin-1"):
                self._chmod(self._dirfile)
            return
        with file:
            for line in file:
                key, place = ast.literal_eval(line.rstrip())
                self._index[key.encode("Latin-1")] = place

    def _commit(self):
        if self._index is None or not self._modified:
            return
        try:
            os.unlink(self._bakfile)
        except OSError:
            pass
        try:
            os.rename(self._dirfile, self._bakfile)
        except OSError:
            pass
        with io.open(self._dirfile, "w", encoding="Latin-1") as file:
            self._chmod(self._dirfile)
            for key, place in self._index.items():
                file.write(f"{key.decode('Latin-1')!r}, {place!r}\n")

    sync = _commit

    def _verify_open(self):
        if self._index is None:
            raise error("DBM object has already been closed")

    @staticmethod
    def _bytes(key, what="keys"):
        if isinstance(key, str):
            return key.encode("utf-8")
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"{what} must be bytes or strings")
        return key

    def __getitem__(self, key):
        self._verify_open()
        if isinstance(key, str):
            key = key.encode("utf-8")
        place, size = self._index[key]
        with io.open(self._datfile, "rb") as file:
            file.seek(place)
            return file.read(size)

    def __setitem__(self, key, val):
        if self._readonly:
            raise error("The database is opened for reading only")
        key, val = bytes(self._bytes(key)), self._bytes(val, "values")
        self._verify_open()
        self._modified = True
        old = self._index.get(key)
        if old is not None and (len(val) + _BLOCK - 1) // _BLOCK <= (old[1] + _BLOCK - 1) // _BLOCK:
            self._index[key] = self._put(old[0], val)
            return
        with io.open(self._datfile, "rb+") as file:
            file.seek(0, 2)
            end = file.tell()
            begin = (end + _BLOCK - 1) // _BLOCK * _BLOCK
            file.write(b"\0" * (begin - end) + val)
        self._index[key] = begin, len(val)
        if old is None:
            with io.open(self._dirfile, "a", encoding="Latin-1") as file:
                self._chmod(self._dirfile)
                file.write(f"{key.decode('Latin-1')!r}, {self._index[key]!r}\n")

    def _put(self, place, val):
        with io.open(self._datfile, "rb+") as file:
            file.seek(place)
            file.write(val)
        return place, len(val)

    def __delitem__(self, key):
        if self._readonly:
            raise error("The database is opened for reading only")
        if isinstance(key, str):
            key = key.encode("utf-8")
        self._verify_open()
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        self._verify_open()
        return list(self._index)

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        self._verify_open()
        if isinstance(key, str):
            key = key.encode("utf-8")
        return key in self._index

    def iterkeys(self):
        self._verify_open()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._verify_open()
        return len(self._index)

    def close(self):
        try:
            self._commit()
        finally:
            self._index = self._datfile = self._dirfile = self._bakfile = None

    def __del__(self):
        if getattr(self, "_index", None) is not None:
            self.close()

    def _chmod(self, file):
        os.chmod(file, self._mode)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag="c", mode=0o666):
    """Open a database: "r" to read, "w" to change, "c" to make it if it is not there, "n" for a new one."""
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    umask = os.umask(0)
    os.umask(umask)
    return _Database(file, mode & ~umask, flag=flag)
