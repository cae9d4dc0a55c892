"""Time zones by their names in the IANA database."""

import os
import weakref
from _tzfile import Rules, read
from collections import OrderedDict
from datetime import datetime, tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

_KEPT = 8
_USUAL_PATHS = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")


class ZoneInfoNotFoundError(KeyError):
    """There is no time zone of this name."""


class InvalidTZPathWarning(RuntimeWarning):
    """A path to look for time zones in is not absolute."""


def _check_key(key):
    """Names lead to files below a folder, never out of it."""
    if os.path.isabs(key):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    new = os.path.normpath(key)
    if len(new) != len(key):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    folder = os.path.normpath(os.path.join("_", "_"))[:-1]
    if not os.path.normpath(os.path.join(folder, new)).startswith(folder):
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")


def _open(key):
    """The bytes of a zone's file."""
    _check_key(key)
    for folder in TZPATH:
        try:
            with open(os.path.join(folder, key), "rb") as file:
                return file.read()
        except (OSError, ValueError):
            continue
    raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


class ZoneInfo(tzinfo):
    """A time zone of the IANA database."""

    _strong = OrderedDict()
    _weak = weakref.WeakValueDictionary()

    def __init_subclass__(cls):
        cls._strong = OrderedDict()
        cls._weak = weakref.WeakValueDictionary()

    def __new__(cls, key):
        zone = cls._weak.get(key)
        if zone is None:
            zone = cls._weak.setdefault(key, cls._made(key))
            zone._from_cache = True
        cls._strong[key] = cls._strong.pop(key, zone)
        if len(cls._strong) > _KEPT:
            cls._strong.popitem(last=False)
        return zone

    @classmethod
    def _made(cls, key):
        zone = tzinfo.__new__(cls)
        zone._key, zone._from_cache, zone._file = key, False, None
        zone._rules = Rules(*read(_open(key)))
        return zone

    @classmethod
    def no_cache(cls, key):
        """The zone of a name, made anew."""
        return cls._made(key)

    @classmethod
    def from_file(cls, file_obj, /, key=None):
        """The zone that a file describes."""
        zone = tzinfo.__new__(cls)
        zone._key, zone._from_cache, zone._file = key, False, repr(file_obj)
        zone._rules = Rules(*read(file_obj.read()))
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Forget the zones made so far."""
        if only_keys is None:
            cls._weak.clear()
            cls._strong.clear()
            return
        for key in only_keys:
            cls._weak.pop(key, None)
            cls._strong.pop(key, None)

    @property
    def key(self):
        return self._key

    def _type_at(self, dt):
        """What holds at a local time; None: that depends on the time."""
        if dt is None:
            return self._rules.fixed
        return self._rules.at_local(_seconds(dt), dt.year, dt.fold)

    def utcoffset(self, dt, /):
        kind = self._type_at(dt)
        return None if kind is None else kind.offset

    def dst(self, dt, /):
        kind = self._type_at(dt)
        return None if kind is None else kind.dst

    def tzname(self, dt, /):
        kind = self._type_at(dt)
        return None if kind is None else kind.name

    def fromutc(self, dt, /):
        """The local time of a time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        kind, fold = self._rules.at_utc(_seconds(dt), dt.year)
        local = dt + kind.offset
        return local.replace(fold=1) if fold else local

    def __str__(self):
        return f"{self._key}" if self._key is not None else repr(self)

    def __repr__(self):
        name = f"{self.__class__.__module__}.{self.__class__.__qualname__}"
        return f"{name}(key={self._key!r})" if self._key is not None else f"{name}.from_file({self._file})"

    def __reduce__(self):
        if self._file is not None:
            import pickle

            raise pickle.PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
        return self.__class__._unpickle, (self._key, self._from_cache)

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        return cls(key) if from_cache else cls.no_cache(key)


ZoneInfo.__module__ = "zoneinfo"


def _seconds(dt):
    """The seconds of a time of the calendar, whatever its zone."""
    return (dt.toordinal() - 719163) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second


def reset_tzpath(to=None):
    """Set where zones are looked for: the paths given, else those of PYTHONTZPATH, else the usual ones."""
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f"tzpaths must be a list or tuple, not {type(to)}: {to!r}")
        paths = tuple(os.fspath(path) for path in to)
        if not all(map(os.path.isabs, paths)):
            raise ValueError(_wrong_paths(paths))
        TZPATH = paths
        return
    variable = os.environ.get("PYTHONTZPATH")
    if variable is None:
        TZPATH = _USUAL_PATHS
        return
    paths = variable.split(os.pathsep) if variable else []
    if not all(map(os.path.isabs, paths)):
        import warnings

        warnings.warn("Invalid paths specified in PYTHONTZPATH environment variable. " + _wrong_paths(paths),
                      InvalidTZPathWarning, stacklevel=3)
    TZPATH = tuple(path for path in paths if os.path.isabs(path))


def _wrong_paths(paths):
    wrong = tuple(path for path in paths if not os.path.isabs(path))
    shown = "\n    ".join(path for path in wrong)
    return f"Paths should be absolute but found the following relative paths:\n    {shown}"


def available_timezones():
    """The names of all zones that can be found."""
    names = set()
    for root in TZPATH:
        for folder, folders, files in os.walk(root):
            if folder == root:
                folders[:] = [each for each in folders if each not in ("right", "posix")]
            for file in files:
                path = os.path.join(folder, file)
                key = os.path.relpath(path, root)
                try:
                    with open(path, "rb") as data:
                        if data.read(4) == b"TZif":
                            names.add(key)
                except OSError:
                    pass
    names.discard("posixrules")
    return names


TZPATH = ()
reset_tzpath()
