"""Dictionaries of any objects that stay in a file."""

__all__ = ["Shelf", "BsdDbShelf", "DbfilenameShelf", "open"]

import collections.abc
from io import BytesIO
from pickle import DEFAULT_PROTOCOL, Pickler, Unpickler, dumps


class _ClosedDict(collections.abc.MutableMapping):
    """What is left of a shelf that is closed."""

    def closed(self, *args):
        raise ValueError("invalid operation on closed shelf")

    __iter__ = __len__ = __getitem__ = __setitem__ = __delitem__ = keys = closed

    def __repr__(self):
        return "<Closed Dictionary>"


class Shelf(collections.abc.MutableMapping):
    """A dictionary over one of bytes: keys are texts, values are pickled. With writeback what was taken out is kept, and
    put back when this is closed, so that it may be changed in place."""

    def __init__(self, dict, protocol=None, writeback=False, keyencoding="utf-8"):
        self.dict = dict
        self._protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        self.writeback = writeback
        self.cache = {}
        self.keyencoding = keyencoding

    def __iter__(self):
        for key in self.dict.keys():
            yield key.decode(self.keyencoding)

    def __len__(self):
        return len(self.dict)

    def __contains__(self, key):
        return key.encode(self.keyencoding) in self.dict

    def get(self, key, default=None):
        if key.encode(self.keyencoding) in self.dict:
            return self[key]
        return default

    def __getitem__(self, key):
        try:
            return self.cache[key]
        except KeyError:
            pass
        value = Unpickler(BytesIO(self.dict[key.encode(self.keyencoding)])).load()
        if self.writeback:
            self.cache[key] = value
        return value

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        file = BytesIO()
        Pickler(file, self._protocol).dump(value)
        self.dict[key.encode(self.keyencoding)] = file.getvalue()

    def __delitem__(self, key):
        del self.dict[key.encode(self.keyencoding)]
        self.cache.pop(key, None)

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def close(self):
        """Put back what was taken out, and close the dictionary below."""
        if self.dict is None:
            return
        try:
            self.sync()
            try:
                self.dict.close()
            except AttributeError:
                pass
        finally:
            # Nothing may be asked of it any more, not even when the program ends.
            try:
                self.dict = _ClosedDict()
            except NameError:
                self.dict = None

    def __del__(self):
        if hasattr(self, "writeback"):
            self.close()

    def sync(self):
        """Put back what was taken out, and let the dictionary below write it."""
        if self.writeback and self.cache:
            self.writeback = False
            for key, value in self.cache.items():
                self[key] = value
            self.writeback = True
            self.cache = {}
        if hasattr(self.dict, "sync"):
            self.dict.sync()


class BsdDbShelf(Shelf):
    """A shelf over a dictionary that knows an order: it can be gone through."""

    def set_location(self, key):
        """Go to a key; it is returned with its value."""
        return self._pair(self.dict.set_location(key))

    def next(self):
        """The next key with its value."""
        return self._pair(next(self.dict))

    def previous(self):
        """The previous key with its value."""
        return self._pair(self.dict.previous())

    def first(self):
        """The first key with its value."""
        return self._pair(self.dict.first())

    def last(self):
        """The last key with its value."""
        return self._pair(self.dict.last())

    def _pair(self, pair):
        key, value = pair
        return key.decode(self.keyencoding), Unpickler(BytesIO(value)).load()


class DbfilenameShelf(Shelf):
    """A shelf in a file of the module dbm."""

    def __init__(self, filename, flag="c", protocol=None, writeback=False):
        import dbm
        super().__init__(dbm.open(filename, flag), protocol, writeback)

    def clear(self):
        """Forget everything."""
        self.cache.clear()
        self.dict.clear()


def open(filename, flag="c", protocol=None, writeback=False):
    """Open a shelf: "r" to read, "w" to change, "c" to make it if it is not there, "n" for a new one."""
    return DbfilenameShelf(filename, flag, protocol, writeback)
