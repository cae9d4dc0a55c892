"""Objects as bytes, and back: dump(), dumps(), load() and loads()."""

import _compat_pickle
import sys
from _pickle import (PickleBuffer, PickleError, Pickler, PicklingError, dump, dumps, decode_long, encode_long,
                     whichmodule)
from _unpickle import Unpickler, UnpicklingError, load, loads
from copyreg import _extension_cache, _extension_registry, _inverted_registry, dispatch_table
from types import FunctionType

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = bytes, bytearray
_HAVE_PICKLE_BUFFER = True
maxsize = sys.maxsize

_OPCODES = {
    "MARK": "(", "STOP": ".", "POP": "0", "POP_MARK": "1", "DUP": "2", "FLOAT": "F", "INT": "I", "BININT": "J",
    "BININT1": "K", "LONG": "L", "BININT2": "M", "NONE": "N", "PERSID": "P", "BINPERSID": "Q", "REDUCE": "R",
    "STRING": "S", "BINSTRING": "T", "SHORT_BINSTRING": "U", "UNICODE": "V", "BINUNICODE": "X", "APPEND": "a",
    "BUILD": "b", "GLOBAL": "c", "DICT": "d", "EMPTY_DICT": "}", "APPENDS": "e", "GET": "g", "BINGET": "h",
    "INST": "i", "LONG_BINGET": "j", "LIST": "l", "EMPTY_LIST": "]", "OBJ": "o", "PUT": "p", "BINPUT": "q",
    "LONG_BINPUT": "r", "SETITEM": "s", "TUPLE": "t", "EMPTY_TUPLE": ")", "SETITEMS": "u", "BINFLOAT": "G",
    "TRUE": "I01\n", "FALSE": "I00\n", "PROTO": "\x80", "NEWOBJ": "\x81", "EXT1": "\x82", "EXT2": "\x83",
    "EXT4": "\x84", "TUPLE1": "\x85", "TUPLE2": "\x86", "TUPLE3": "\x87", "NEWTRUE": "\x88", "NEWFALSE": "\x89",
    "LONG1": "\x8a", "LONG4": "\x8b", "BINBYTES": "B", "SHORT_BINBYTES": "C", "SHORT_BINUNICODE": "\x8c",
    "BINUNICODE8": "\x8d", "BINBYTES8": "\x8e", "EMPTY_SET": "\x8f", "ADDITEMS": "\x90", "FROZENSET": "\x91",
    "NEWOBJ_EX": "\x92", "STACK_GLOBAL": "\x93", "MEMOIZE": "\x94", "FRAME": "\x95", "BYTEARRAY8": "\x96",
    "NEXT_BUFFER": "\x97", "READONLY_BUFFER": "\x98",
}
globals().update((name, text.encode("latin-1")) for name, text in _OPCODES.items())
_tuplesize2code = [_OPCODES[name].encode("latin-1") for name in ("EMPTY_TUPLE", "TUPLE1", "TUPLE2", "TUPLE3")]

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "PickleBuffer"]
__all__ += sorted(_OPCODES)

_Pickler, _Unpickler = Pickler, Unpickler
_dump, _dumps, _load, _loads = dump, dumps, load, loads


class _Stop(Exception):
    """Carries what a pickle stands for."""

    def __init__(self, value):
        self.value = value


def _main():
    """python -m pickle FILE…: show what pickles stand for."""
    import argparse
    import pprint

    parser = argparse.ArgumentParser(description="display contents of the pickle files")
    parser.add_argument("pickle_file", nargs="+", help="the pickle file")
    for name in parser.parse_args().pickle_file:
        with open(name, "rb") as file:
            pprint.pprint(load(file))


if __name__ == "__main__":
    _main()
