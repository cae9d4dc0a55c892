"""Files that map bytes to bytes. There is one kind of them here, which is written in the language: dbm.dumb."""

__all__ = ["open", "whichdb", "error"]

import io
import os


class error(Exception):
    """Any error of these modules."""


error = (error, OSError)
_names = ["dbm.dumb"]
_defaultmod = None
_modules = {}


def open(file, flag="r", mode=0o666):
    """Open such a file: the flag is "r" to read, "w" to change, "c" to make it if it is not there, "n" for a new one."""
    found = whichdb(file) if "n" not in flag else None
    if found is None:
        if "c" not in flag and "n" not in flag:
            raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
        found = "dbm.dumb"
    elif found == "":
        raise error[0]("db type could not be determined")
    if found != "dbm.dumb":
        raise error[0](f"db type is {found}, but the module is not available")
    from dbm import dumb
    _modules[found] = dumb
    return dumb.open(file, flag, mode)


def whichdb(filename):
    """The module that reads a file: None if there is none, an empty text if nobody knows."""
    name = os.fsdecode(filename)
    if os.path.exists(name + ".dat") and os.path.exists(name + ".dir"):
        try:
            if os.stat(name + ".dir").st_size == 0:
                return "dbm.dumb"
            with io.open(name + ".dir", "rb") as file:
                if file.read(1) in (b"'", b'"'):
                    return "dbm.dumb"
        except OSError:
            pass
    for extension in (".pag", ".db"):
        if os.path.exists(name + extension):
            return "dbm.ndbm"
    try:
        with io.open(name, "rb") as file:
            begin = file.read(16)
    except OSError:
        return None
    if begin == b"SQLite format 3\0":
        return "dbm.sqlite3"
    if begin[:4] in (b"\xce\x9a\x57\x13", b"\x13\x57\x9a\xce", b"\xcd\x9a\x57\x13", b"\xcf\x9a\x57\x13"):
        return "dbm.gnu"
    return ""
