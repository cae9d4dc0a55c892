"""How objects become pickles. The way back is _unpickle."""

import codecs
import io
import sys
from copyreg import _extension_registry, dispatch_table
from functools import partial
from struct import pack
from types import FunctionType

_PROTOCOLS = 5
# Items are written in groups of so many.
_BATCH = 1000
# A frame is closed when it is so long; what is longer stands outside of frames; shorter ones are not worth it.
_FRAME = 64 * 1024
_LEAST_FRAME = 4
_TUPLES = b")\x85\x86\x87"


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class PickleBuffer:
    """Bytes that may travel beside a pickle."""

    __slots__ = ("_view", "__weakref__")

    def __init__(self, object):
        self._view = memoryview(object)

    def raw(self):
        """A view of the bytes; they have to be in one piece."""
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        if not self._view.contiguous:
            raise BufferError("cannot extract raw buffer from non-contiguous buffer")
        view = self._view[:]
        return view if view.format == "B" else view.cast("B")

    def release(self):
        """Let go of the bytes."""
        if self._view is not None:
            self._view.release()
            self._view = None

    def __buffer__(self, flags):
        return self.raw()


PickleBuffer.__module__ = "pickle"


class PicklerMemoProxy:
    """The memo of a pickler, to be copied or cleared."""

    def __init__(self, pickler):
        self._pickler = pickler

    def clear(self):
        """Remove all items from memo."""
        self._pickler._memo.clear()

    def copy(self):
        """Copy the memo to a new object."""
        return dict(self._pickler._memo)

    def __reduce__(self):
        return dict, (self.copy(),)


def encode_long(x):
    """The shortest two's complement of an integer, the lowest byte first; nothing for 0."""
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        return data[:-1]
    return data


def decode_long(data):
    """The integer that such bytes stand for."""
    return int.from_bytes(data, "little", signed=True)


def _attribute(obj, path):
    """What a dotted path leads to, and the object before the last dot."""
    parent = None
    for name in path:
        parent, obj = obj, getattr(obj, name)
    return obj, parent


def whichmodule(obj, name):
    """The name of the module that an object of this dotted name is found in."""
    owner = getattr(obj, "__module__", None)
    if owner is not None:
        return owner
    path = name.split(".")
    for owner, module in list(sys.modules.items()):
        if owner in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _attribute(module, path)[0] is obj:
                return owner
        except AttributeError:
            pass
    return "__main__"


class Pickler:
    """Pickler(file, protocol=None, fix_imports=True, buffer_callback=None): writes pickles to a file."""

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = 4
        protocol = protocol.__index__() if hasattr(protocol, "__index__") else _no_integer(protocol)
        if protocol < 0:
            protocol = _PROTOCOLS
        elif protocol > _PROTOCOLS:
            raise ValueError(f"pickle protocol must be <= {_PROTOCOLS}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._buffer_callback = buffer_callback
        self._memo = {}
        self._frame = None
        self.proto = protocol
        self.bin = int(protocol >= 1)
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3

    @property
    def memo(self):
        return PicklerMemoProxy(self)

    @memo.setter
    def memo(self, memo):
        if isinstance(memo, PicklerMemoProxy):
            memo = memo.copy()
        if not isinstance(memo, dict):
            kind = type(memo).__name__
            raise TypeError(f"'memo' attribute must be a PicklerMemoProxy object or dict, not {kind}")
        self._memo = dict(memo)

    def clear_memo(self):
        """Forget what was pickled so far."""
        self._memo.clear()

    def dump(self, obj, /):
        """Write the pickle of an object."""
        if not hasattr(self, "_file_write"):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        if self.proto >= 2:
            self._file_write(b"\x80" + pack("<B", self.proto))
        if self.proto >= 4:
            self._frame = bytearray()
        self._own_pid = type(self).persistent_id is not Pickler.persistent_id or "persistent_id" in self.__dict__
        self._override = getattr(self, "reducer_override", None)
        try:
            self.save(obj)
            self.write(b".")
            if self._frame is not None:
                self._end_frame()
        finally:
            self._frame = None

    def persistent_id(self, obj, /):
        """What stands for an object that is kept elsewhere; None: it is pickled."""
        return None

    # Writing

    def write(self, data):
        if self._frame is None:
            self._file_write(data)
        else:
            self._frame += data

    def _end_frame(self):
        frame, self._frame = self._frame, bytearray()
        if frame:
            if len(frame) >= _LEAST_FRAME:
                self._file_write(b"\x95" + pack("<Q", len(frame)))
            self._file_write(bytes(frame))

    def _write_large(self, header, payload):
        """Write a header and bytes that are worth standing outside of frames."""
        if self._frame is None or len(payload) < _FRAME:
            self.write(header)
            self.write(payload)
            return
        self._end_frame()
        self._file_write(header)
        self._file_write(payload)

    def memoize(self, obj):
        """Remember an object that has just been written."""
        if self.fast:
            return
        place = len(self._memo)
        if self.proto >= 4:
            self.write(b"\x94")
        else:
            self.write(self._numbered(b"q", b"r", b"p", place))
        self._memo[id(obj)] = place, obj

    def _numbered(self, short, long, text, place):
        if not self.bin:
            return text + b"%d\n" % place
        return short + pack("<B", place) if place < 256 else long + pack("<I", place)

    def get(self, place):
        """The code that takes an object out of the memo."""
        return self._numbered(b"h", b"j", b"g", place)

    # Choosing how

    def save(self, obj, save_persistent_id=True):
        """Write one object."""
        if self._frame is not None and len(self._frame) >= _FRAME:
            self._end_frame()
        if save_persistent_id and self._own_pid:
            pid = self.persistent_id(obj)
            if pid is not None:
                self.save_pers(pid)
                return
        kind = type(obj)
        atom = _ATOMS.get(kind)
        if atom is not None:
            atom(self, obj)
            return
        known = self._memo.get(id(obj))
        if known is not None:
            self.write(self.get(known[0]))
            return
        save = _SAVERS.get(kind)
        if save is not None:
            save(self, obj)
            return
        made = NotImplemented
        if self._override is not None:
            made = self._override(obj)
        if made is NotImplemented:
            if kind is type:
                self.save_type(obj)
                return
            if kind is FunctionType:
                self.save_global(obj)
                return
            made = self._reduced(obj, kind)
            if made is None:
                return
        if isinstance(made, str):
            self.save_global(obj, made)
            return
        if not isinstance(made, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        self.save_reduce(*_checked(made), obj=obj)

    def _reduced(self, obj, kind):
        """What the reducer of an object's class gives; None: it was written as a global."""
        table = getattr(self, "dispatch_table", dispatch_table)
        reduce = table.get(kind) if table is dispatch_table or isinstance(table, dict) else _item(table, kind)
        if reduce is not None:
            return reduce(obj)
        if issubclass(kind, type):
            self.save_global(obj)
            return None
        reduce = getattr(obj, "__reduce_ex__", None)
        if reduce is not None:
            return reduce(self.proto)
        reduce = getattr(obj, "__reduce__", None)
        if reduce is None:
            raise PicklingError(f"can't pickle '{kind.__name__}' object: {obj!r}")
        return reduce()

    def save_pers(self, pid):
        """Write what stands for an object that is kept elsewhere."""
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self.write(b"Q")
            return
        try:
            self.write(b"P" + str(pid).encode("ascii") + b"\n")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        """Write an object as the call that makes it, and what is done to it then."""
        maker = getattr(func, "__name__", "")
        if self.proto >= 2 and maker == "__newobj_ex__":
            self._save_newobj_ex(args, obj)
        elif self.proto >= 2 and maker == "__newobj__":
            self._save_newobj(args, obj)
        else:
            self.save(func)
            self.save(args)
            self.write(b"R")
        if obj is not None:
            known = self._memo.get(id(obj))
            if known is None:
                self.memoize(obj)
            else:
                # Pickling the arguments has pickled the object.
                self.write(b"0" + self.get(known[0]))
        if listitems is not None:
            self._append_all(listitems)
        if dictitems is not None:
            self._set_all(dictitems)
        if state is None:
            return
        if state_setter is None:
            self.save(state)
            self.write(b"b")
            return
        self.save(state_setter)
        self.save(obj)
        self.save(state)
        self.write(b"\x86R0")

    def _save_newobj_ex(self, args, obj):
        if len(args) != 3:
            raise ValueError(f"length of the NEWOBJ_EX argument tuple must be exactly 3, not {len(args)}")
        cls, args, kwargs = args
        if not hasattr(cls, "__new__"):
            raise PicklingError("args[0] from __newobj_ex__ args has no __new__")
        if not isinstance(args, tuple):
            raise PicklingError(f"second item from NEWOBJ_EX argument tuple must be a tuple, not {type(args).__name__}")
        if not isinstance(kwargs, dict):
            raise PicklingError(f"third item from NEWOBJ_EX argument tuple must be a dict, not {type(kwargs).__name__}")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj_ex__ args has the wrong class")
        if self.proto >= 4:
            for part in (cls, args, kwargs):
                self.save(part)
            self.write(b"\x92")
            return
        self.save(partial(cls.__new__, cls, *args, **kwargs))
        self.save(())
        self.write(b"R")

    def _save_newobj(self, args, obj):
        if not args:
            raise PicklingError("__newobj__ arglist is empty")
        cls = args[0]
        if not hasattr(cls, "__new__"):
            raise PicklingError("args[0] from __newobj__ args has no __new__")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj__ args has the wrong class")
        self.save(cls)
        self.save(args[1:])
        self.write(b"\x81")

    # Plain values

    def save_none(self, obj):
        self.write(b"N")

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(b"\x88" if obj else b"\x89")
        else:
            self.write(b"I01\n" if obj else b"I00\n")

    def save_long(self, obj):
        if self.bin and 0 <= obj < 65536:
            self.write(b"K" + pack("<B", obj) if obj < 256 else b"M" + pack("<H", obj))
        elif -0x80000000 <= obj <= 0x7FFFFFFF:
            self.write(b"J" + pack("<i", obj) if self.bin else b"I%d\n" % obj)
        elif self.proto >= 2:
            data = encode_long(obj)
            if len(data) < 256:
                self.write(b"\x8a" + pack("<B", len(data)) + data)
            else:
                self.write(b"\x8b" + pack("<i", len(data)) + data)
        else:
            self.write(b"L" + repr(obj).encode("ascii") + b"L\n")

    def save_float(self, obj):
        if self.bin:
            self.write(b"G" + pack(">d", obj))
        else:
            self.write(b"F" + repr(obj).encode("ascii") + b"\n")

    def _save_sized(self, data, short, middle, long):
        """Write bytes behind their length, whose code depends on how long they are."""
        size = len(data)
        if size <= 0xFF and short:
            self.write(short + pack("<B", size) + data)
        elif size > 0xFFFFFFFF and long:
            self._write_large(long + pack("<Q", size), data)
        else:
            self._write_large(middle + pack("<I", size), data)

    def save_bytes(self, obj):
        if self.proto < 3:
            if obj:
                self.save_reduce(codecs.encode, (str(obj, "latin1"), "latin1"), obj=obj)
            else:
                self.save_reduce(bytes, (), obj=obj)
            return
        self._save_sized(obj, b"C", b"B", b"\x8e" if self.proto >= 4 else None)
        self.memoize(obj)

    def _save_bytearray_bytes(self, data):
        self._write_large(b"\x96" + pack("<Q", len(data)), data)

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self._save_bytearray_bytes(bytes(obj))
        self.memoize(obj)

    def save_picklebuffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        with obj.raw() as view:
            inside = self._buffer_callback is None or bool(self._buffer_callback(obj))
            if not inside:
                self.write(b"\x97\x98" if view.readonly else b"\x97")
                return
            data = view.tobytes()
            known = self._memo.get(id(obj))
            if known is not None:
                self.write(self.get(known[0]))
            elif view.readonly:
                self._save_sized(data, b"C", b"B", b"\x8e")
                self.memoize(obj)
            else:
                self._save_bytearray_bytes(data)
                self.memoize(obj)

    def save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            new = self.proto >= 4
            self._save_sized(data, b"\x8c" if new else None, b"X", b"\x8d" if new else None)
        else:
            # What would end the line or cannot be read back is escaped.
            text = obj.translate({92: "\\u005c", 0: "\\u0000", 10: "\\u000a", 13: "\\u000d", 26: "\\u001a"})
            self.write(b"V" + text.encode("raw-unicode-escape") + b"\n")
        self.memoize(obj)

    # Containers

    def save_tuple(self, obj):
        size = len(obj)
        if not size:
            self.write(b")" if self.bin else b"(t")
            return
        few = size <= 3 and self.proto >= 2
        if not few:
            self.write(b"(")
        for item in obj:
            self.save(item)
        known = self._memo.get(id(obj))
        if known is not None:
            # An item has pickled the tuple, which is taken from there.
            away = b"0" * size if few else b"1" if self.bin else b"0" * (size + 1)
            self.write(away + self.get(known[0]))
            return
        self.write(_TUPLES[size:size + 1] if few else b"t")
        self.memoize(obj)

    def save_list(self, obj):
        self.write(b"]" if self.bin else b"(l")
        self.memoize(obj)
        if not self.bin or len(obj) == 1:
            for item in obj:
                self.save(item)
                self.write(b"a")
            return
        done = 0
        while done < len(obj):
            self.write(b"(")
            for item in obj[done:done + _BATCH]:
                self.save(item)
            self.write(b"e")
            done += _BATCH

    def save_dict(self, obj):
        self.write(b"}" if self.bin else b"(d")
        self.memoize(obj)
        if not self.bin or len(obj) == 1:
            self._set_all(iter(obj.items()))
            return
        if not obj:
            return
        items = iter(obj.items())
        count = _BATCH
        while count == _BATCH:
            count = 0
            self.write(b"(")
            for key, value in items:
                self.save(key)
                self.save(value)
                count += 1
                if count == _BATCH:
                    break
            self.write(b"u")

    def _in_batches(self, items, save, one, many):
        """Write the items of an iterator in groups; a last single one has a code of its own."""
        nothing = object()
        count = _BATCH
        while count == _BATCH:
            first = next(items, nothing)
            if first is nothing:
                return
            other = next(items, nothing)
            if other is nothing:
                save(first)
                self.write(one)
                return
            self.write(b"(")
            save(first)
            count = 1
            while other is not nothing:
                save(other)
                count += 1
                if count == _BATCH:
                    break
                other = next(items, nothing)
            self.write(many)

    def _append_all(self, items):
        if self.bin:
            self._in_batches(iter(items), self.save, b"a", b"e")
            return
        for item in items:
            self.save(item)
            self.write(b"a")

    def _save_pair(self, pair):
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise TypeError("dict items iterator must return 2-tuples")
        self.save(pair[0])
        self.save(pair[1])

    def _set_all(self, items):
        if self.bin:
            self._in_batches(iter(items), self._save_pair, b"s", b"u")
            return
        for pair in items:
            self._save_pair(pair)
            self.write(b"s")

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(b"\x8f")
        self.memoize(obj)
        if not obj:
            return
        items = iter(obj)
        count = _BATCH
        while count == _BATCH:
            count = 0
            self.write(b"(")
            for item in items:
                self.save(item)
                count += 1
                if count == _BATCH:
                    break
            self.write(b"\x90")

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(b"(")
        for item in obj:
            self.save(item)
        known = self._memo.get(id(obj))
        if known is not None:
            self.write(b"1" + self.get(known[0]))
            return
        self.write(b"\x91")
        self.memoize(obj)

    # What is found by its name

    def save_type(self, obj):
        for value in (None, NotImplemented, ...):
            if obj is type(value):
                self.save_reduce(type, (value,), obj=obj)
                return
        self.save_global(obj)

    def save_global(self, obj, name=None):
        if obj is codecs.encode:
            module_name, name = "_codecs", "encode"
            parent = module = codecs
        else:
            if name is None:
                name = getattr(obj, "__qualname__", None) or obj.__name__
            module_name, module, parent = self._found(obj, name)
        if self.proto >= 2:
            code = _extension_registry.get((module_name, name))
            if code is not None:
                self._write_extension(code, obj)
                return
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(b"\x93")
        elif parent is not module:
            # Only the outermost has a name that can be written; the others are its attributes.
            first, *rest = name.split(".")
            for _ in rest:
                self.save(getattr)
                if self.proto < 2:
                    self.write(b"(")
            self._write_global(obj, module_name, first)
            for attribute in rest:
                self.save(attribute)
                self.write(b"tR" if self.proto < 2 else b"\x86R")
        else:
            self._write_global(obj, module_name, name)
        self.memoize(obj)

    def _found(self, obj, name):
        """The name of the object's module, the module, and what the object is an attribute of."""
        module_name = whichmodule(obj, name)
        path = name.split(".")
        try:
            __import__(module_name, level=0)
            module = sys.modules[module_name]
        except (ImportError, ValueError, KeyError) as error:
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from error
        if "<locals>" in path:
            raise AttributeError(f"Can't get local object {name!r}")
        try:
            found, parent = _attribute(module, path)
        except AttributeError as error:
            message = f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed"
            raise PicklingError(message) from error
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        return module_name, module, parent

    def _write_extension(self, code, obj):
        if not 0 < code <= 0x7FFFFFFF:
            raise RuntimeError(f"extension code {code} is out of range")
        if code <= 0xFF:
            self.write(b"\x82" + pack("<B", code))
        elif code <= 0xFFFF:
            self.write(b"\x83" + pack("<H", code))
        else:
            self.write(b"\x84" + pack("<i", code))

    def _write_global(self, obj, module_name, name):
        if self.fix_imports:
            from _compat_pickle import REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING

            known = REVERSE_NAME_MAPPING.get((module_name, name))
            if known is not None:
                module_name, name = known
            else:
                module_name = REVERSE_IMPORT_MAPPING.get(module_name, module_name)
        try:
            encoding = "utf-8" if self.proto >= 3 else "ascii"
            line = f"c{module_name}\n{name}\n".encode(encoding)
        except UnicodeEncodeError:
            message = f"can't pickle global identifier '{module_name}.{name}' using pickle protocol {self.proto}"
            raise PicklingError(message) from None
        self.write(line)


def _no_integer(protocol):
    raise TypeError(f"'{type(protocol).__name__}' object cannot be interpreted as an integer")


def _item(table, key):
    try:
        return table[key]
    except KeyError:
        return None


def _checked(made):
    """What a reducer gave, if it is as it must be."""
    if not 2 <= len(made) <= 6:
        raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
    if not callable(made[0]):
        raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
    if not isinstance(made[1], tuple):
        raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
    for place, which in ((3, "fourth"), (4, "fifth")):
        if len(made) > place and made[place] is not None and not hasattr(made[place], "__next__"):
            kind = type(made[place]).__name__
            message = f"{which} element of the tuple returned by __reduce__ must be an iterator, not {kind}"
            raise PicklingError(message)
    if len(made) > 5 and made[5] is not None and not callable(made[5]):
        kind = type(made[5]).__name__
        raise PicklingError(f"sixth element of the tuple returned by __reduce__ must be a function, not {kind}")
    return made


_ATOMS = {type(None): Pickler.save_none, bool: Pickler.save_bool, int: Pickler.save_long, float: Pickler.save_float}
_SAVERS = {
    bytes: Pickler.save_bytes, str: Pickler.save_str, dict: Pickler.save_dict, set: Pickler.save_set,
    frozenset: Pickler.save_frozenset, list: Pickler.save_list, tuple: Pickler.save_tuple,
    bytearray: Pickler.save_bytearray, PickleBuffer: Pickler.save_picklebuffer,
}


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write the pickle of an object to a file."""
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object."""
    file = io.BytesIO()
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)
    return file.getvalue()


# The other half needs what stands above.
from _unpickle import Unpickler, UnpicklingError, load, loads
