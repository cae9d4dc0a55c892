"""How pickles become objects again. The way there is _pickle."""

import codecs
import sys
from _pickle import PickleBuffer, PickleError, _attribute, decode_long
from copyreg import _extension_cache, _inverted_registry
from struct import unpack

_NO_MEMO = object()


class UnpicklingError(PickleError):
    pass


UnpicklingError.__module__ = "_pickle"


class _Source:
    """The bytes of a pickle, all at once."""

    def __init__(self, data):
        self.data = data
        self.place = 0

    def read(self, count):
        end = self.place + count
        if count < 0 or end > len(self.data):
            raise UnpicklingError("pickle data was truncated")
        part = self.data[self.place:end]
        self.place = end
        return part

    def code(self):
        try:
            code = self.data[self.place]
        except IndexError:
            raise EOFError("Ran out of input") from None
        self.place += 1
        return code

    def line(self):
        end = self.data.find(b"\n", self.place)
        if end < 0:
            raise UnpicklingError("pickle data was truncated")
        part = self.data[self.place:end]
        self.place = end + 1
        return part

    def frame(self, size):
        if size > len(self.data) - self.place:
            raise UnpicklingError("pickle data was truncated")


class _FileSource:
    """The bytes of a pickle in a file, of which nothing behind the pickle is read."""

    def __init__(self, file):
        self._read, self._line = file.read, file.readline
        self._ahead, self._at = b"", 0

    def read(self, count):
        if count < 0:
            raise UnpicklingError("pickle data was truncated")
        if self._at < len(self._ahead):
            part = self._ahead[self._at:self._at + count]
            self._at += count
            if len(part) < count:
                raise UnpicklingError("pickle data was truncated")
            return part
        part = self._read(count) if count else b""
        if len(part) < count:
            raise UnpicklingError("pickle data was truncated")
        return part

    def code(self):
        if self._at < len(self._ahead):
            self._at += 1
            return self._ahead[self._at - 1]
        part = self._read(1)
        if not part:
            raise EOFError("Ran out of input")
        return part[0]

    def line(self):
        if self._at < len(self._ahead):
            end = self._ahead.find(b"\n", self._at)
            if end < 0:
                raise UnpicklingError("pickle exhausted before end of frame")
            part = self._ahead[self._at:end]
            self._at = end + 1
            return part
        part = self._line()
        if not part.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return part[:-1]

    def frame(self, size):
        if self._at < len(self._ahead):
            raise UnpicklingError("beginning of a new frame before end of current frame")
        self._ahead, self._at = self.read(size), 0


class UnpicklerMemoProxy:
    """The memo of an unpickler, to be copied or cleared."""

    def __init__(self, unpickler):
        self._unpickler = unpickler

    def clear(self):
        """Remove all items from memo."""
        self._unpickler._memo.clear()

    def copy(self):
        """Copy the memo to a new object."""
        return dict(self._unpickler._memo)

    def __reduce__(self):
        return dict, (self.copy(),)


class Unpickler:
    """Unpickler(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()): reads pickles from a file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        if isinstance(file, (_Source, _FileSource)):
            self._source = file
        elif hasattr(file, "read") and hasattr(file, "readline"):
            self._source = _FileSource(file)
        else:
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._buffers = iter(buffers) if buffers is not None and buffers != () else None
        self._memo = {}
        self.encoding, self.errors, self.fix_imports = encoding, errors, fix_imports
        self.proto = 0

    @property
    def memo(self):
        return UnpicklerMemoProxy(self)

    @memo.setter
    def memo(self, memo):
        if isinstance(memo, UnpicklerMemoProxy):
            memo = memo.copy()
        if not isinstance(memo, dict):
            kind = type(memo).__name__
            raise TypeError(f"'memo' attribute must be an UnpicklerMemoProxy object or dict, not {kind}")
        for key in memo:
            if not isinstance(key, int):
                raise TypeError("memo key must be integers")
            if key < 0:
                raise ValueError("memo key must be positive integers.")
        self._memo = dict(memo)

    def load(self):
        """Read one pickle: the object that it stands for."""
        if not hasattr(self, "_source"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._stack, self._marks = [], []
        code, stop, codes = self._source.code, 46, _CODES
        while (now := code()) != stop:
            handle = codes.get(now)
            if handle is None:
                raise UnpicklingError(f"invalid load key, '{_shown(now)}'.")
            handle(self)
        value = self._pop()
        self._stack = self._marks = None
        return value

    # The stack. Behind each mark it begins anew; _marks keeps what was there before.

    def _pop(self):
        if not self._stack:
            self._underflow()
        return self._stack.pop()

    def _top(self):
        if not self._stack:
            self._underflow()
        return self._stack[-1]

    def _underflow(self):
        if self._marks:
            raise UnpicklingError("unexpected MARK found")
        raise UnpicklingError("unpickling stack underflow")

    def _since_mark(self):
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items, self._stack = self._stack, self._marks.pop()
        return items

    def _push(self, value):
        self._stack.append(value)

    def persistent_load(self, pid, /):
        """The object that something stands for."""
        message = "A load persistent id instruction was encountered, but no persistent_load function was specified."
        raise UnpicklingError(message)

    def find_class(self, module_name, global_name, /):
        """What a name in a module means."""
        sys.audit("pickle.find_class", module_name, global_name)
        if self.proto < 3 and self.fix_imports:
            from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING

            key = module_name, global_name
            if key in NAME_MAPPING:
                module_name, global_name = NAME_MAPPING[key]
            else:
                module_name = IMPORT_MAPPING.get(module_name, module_name)
        if module_name == "_codecs" and global_name in ("encode", "decode"):
            return getattr(codecs, global_name)
        __import__(module_name, level=0)
        module = sys.modules[module_name]
        path = global_name.split(".") if self.proto >= 4 else [global_name]
        if "<locals>" in path:
            raise AttributeError(f"Can't get local attribute {global_name!r} on {module!r}")
        try:
            return _attribute(module, path)[0]
        except AttributeError:
            raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}", name=global_name,
                                 obj=module) from None

    # Handlers of codes

    def _load_proto(self):
        proto = self._source.read(1)[0]
        if proto > 5:
            raise ValueError(f"unsupported pickle protocol: {proto}")
        self.proto = proto

    def _load_frame(self):
        size, = unpack("<Q", self._source.read(8))
        if size > sys.maxsize:
            raise ValueError(f"frame size > sys.maxsize: {size}")
        self._source.frame(size)

    def _load_persid(self):
        try:
            pid = self._source.line().decode("ascii")
        except UnicodeDecodeError:
            raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        self._push(self.persistent_load(pid))

    def _load_binpersid(self):
        self._push(self.persistent_load(self._pop()))

    def _load_int(self):
        line = self._source.line()
        if line == b"00":
            self._push(False)
        elif line == b"01":
            self._push(True)
        else:
            try:
                self._push(int(line, 0))
            except ValueError:
                raise ValueError("could not convert string to int") from None

    def _load_long(self):
        line = self._source.line().removesuffix(b"L")
        try:
            self._push(int(line, 0))
        except ValueError:
            text = (line + b"\n").decode("latin-1")
            raise ValueError(f"invalid literal for int() with base 10: {text!r}") from None

    def _load_counted(self, form, size):
        return unpack(form, self._source.read(size))[0]

    def _load_long4(self):
        size = self._load_counted("<i", 4)
        if size < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self._push(decode_long(self._source.read(size)))

    def _load_float(self):
        line = self._source.line()
        try:
            self._push(float(line))
        except ValueError:
            text = (line + b"\n").decode("latin-1")
            raise ValueError(f"could not convert string to float: '{text}'") from None

    def _decoded(self, data):
        if self.encoding == "bytes":
            return bytes(data)
        return str(data, self.encoding, self.errors)

    def _load_string(self):
        line = self._source.line().rstrip(b" \t\r")
        if len(line) < 2 or line[0] != line[-1] or line[0] not in b"\"'":
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self._push(self._decoded(codecs.escape_decode(line[1:-1])[0]))

    def _load_binstring(self):
        self._push(self._decoded(self._source.read(self._load_counted("<I", 4))))

    def _load_text(self, form, size):
        data = self._source.read(self._load_counted(form, size))
        self._push(str(data, "utf-8", "surrogatepass"))

    def _load_bytes(self, form, size):
        count = self._load_counted(form, size)
        if count > sys.maxsize:
            raise OverflowError(f"BINBYTES exceeds system's maximum size of {sys.maxsize} bytes")
        self._push(bytes(self._source.read(count)))

    def _load_bytearray(self):
        count = self._load_counted("<Q", 8)
        if count > sys.maxsize:
            raise OverflowError(f"BYTEARRAY8 exceeds system's maximum size of {sys.maxsize} bytes")
        self._push(bytearray(self._source.read(count)))

    def _load_next_buffer(self):
        if self._buffers is None:
            message = "pickle stream refers to out-of-band data but no *buffers* argument was given"
            raise UnpicklingError(message)
        try:
            self._push(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None

    def _load_readonly_buffer(self):
        lent = self._top()
        view = lent.raw() if isinstance(lent, PickleBuffer) else memoryview(lent)
        if not view.readonly:
            self._stack[-1] = view.toreadonly()

    def _load_tuple_of(self, count):
        if len(self._stack) < count:
            self._underflow()
        self._stack[-count:] = [tuple(self._stack[-count:])]

    def _load_dict(self):
        items = self._since_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        self._push(dict(zip(items[::2], items[1::2])))

    def _made(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            return cls(*args)
        return cls.__new__(cls)

    def _load_inst(self):
        module = self._source.line().decode("ascii")
        name = self._source.line().decode("ascii")
        args = self._since_mark()
        self._push(self._made(self.find_class(module, name), args))

    def _load_obj(self):
        args = self._since_mark()
        if not args:
            raise UnpicklingError("unpickling stack underflow")
        self._push(self._made(args[0], args[1:]))

    def _new_arguments(self, count, code):
        """The class and the arguments that a code makes an object of."""
        if len(self._stack) < count:
            self._underflow()
        cls, *rest = self._stack[-count:]
        del self._stack[-count:]
        if not isinstance(cls, type):
            raise UnpicklingError(f"{code} class argument must be a type, not {type(cls).__name__}")
        if not isinstance(rest[0], tuple):
            raise UnpicklingError(f"{code} args argument must be a tuple, not {type(rest[0]).__name__}")
        if len(rest) > 1 and not isinstance(rest[1], dict):
            raise UnpicklingError(f"{code} kwargs argument must be a dict, not {type(rest[1]).__name__}")
        return cls, rest

    def _load_newobj(self):
        cls, (args,) = self._new_arguments(2, "NEWOBJ")
        self._push(cls.__new__(cls, *args))

    def _load_newobj_ex(self):
        cls, (args, kwargs) = self._new_arguments(3, "NEWOBJ_EX")
        self._push(cls.__new__(cls, *args, **kwargs))

    def _load_global(self):
        module, name = self._source.line(), self._source.line()
        if not module or not name:
            raise UnpicklingError("pickle data was truncated")
        self._push(self.find_class(module.decode("utf-8"), name.decode("utf-8")))

    def _load_stack_global(self):
        if len(self._stack) < 2:
            self._underflow()
        name, module = self._stack.pop(), self._stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _load_extension(self, form, size):
        code = self._load_counted(form, size)
        if code <= 0:
            raise UnpicklingError("EXT specifies code <= 0")
        known = _extension_cache.get(code, _NO_MEMO)
        if known is _NO_MEMO:
            key = _inverted_registry.get(code)
            if not key:
                raise ValueError(f"unregistered extension code {code}")
            known = _extension_cache[code] = self.find_class(*key)
        self._push(known)

    def _load_reduce(self):
        if len(self._stack) < 2:
            self._underflow()
        args, func = self._stack.pop(), self._stack.pop()
        if not isinstance(args, tuple):
            raise TypeError("argument list must be a tuple")
        self._push(func(*args))

    def _load_pop(self):
        if self._stack:
            self._stack.pop()
        elif self._marks:
            self._since_mark()
        else:
            self._underflow()

    def _get(self, place):
        try:
            self._push(self._memo[place])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {place}") from None

    def _text_number(self):
        line = self._source.line()
        try:
            return int(line)
        except ValueError:
            text = (line + b"\n").decode("latin-1")
            raise ValueError(f"invalid literal for int() with base 10: {text!r}") from None

    def _load_put(self):
        place = self._text_number()
        if place < 0:
            raise ValueError("negative PUT argument")
        self._memo[place] = self._top()

    def _put(self, place):
        self._memo[place] = self._top()

    def _load_memoize(self):
        self._memo[len(self._memo)] = self._top()

    def _load_append(self):
        if len(self._stack) < 2:
            self._underflow()
        value = self._stack.pop()
        target = self._stack[-1]
        target.append(value)

    def _load_appends(self):
        items = self._since_mark()
        target = self._top()
        if type(target) is list:
            target.extend(items)
            return
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
            return
        for item in items:
            target.append(item)

    def _load_setitem(self):
        if len(self._stack) < 3:
            self._underflow()
        value, key = self._stack.pop(), self._stack.pop()
        self._stack[-1][key] = value

    def _load_setitems(self):
        items = self._since_mark()
        target = self._top()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        for place in range(0, len(items), 2):
            target[items[place]] = items[place + 1]

    def _load_additems(self):
        items = self._since_mark()
        target = self._top()
        if isinstance(target, set):
            target.update(items)
            return
        for item in items:
            target.add(item)

    def _load_build(self):
        if len(self._stack) < 2:
            self._underflow()
        state = self._stack.pop()
        target = self._stack[-1]
        setstate = getattr(target, "__setstate__", _NO_MEMO)
        if setstate is not _NO_MEMO:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state is not None:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            own = target.__dict__
            for key, value in state.items():
                own[sys.intern(key) if type(key) is str else key] = value
        if slots is not None:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for key, value in slots.items():
                setattr(target, key, value)

    def _load_mark(self):
        self._marks.append(self._stack)
        self._stack = []


def _shown(code):
    """A code as the message about it shows it."""
    return "\\x%02x" % code if code < 32 or code >= 127 or code in b"'\\" else chr(code)


_U = Unpickler
_CODES = {
    b"\x80": _U._load_proto, b"\x95": _U._load_frame, b"P": _U._load_persid, b"Q": _U._load_binpersid,
    b"N": lambda u: u._push(None), b"\x88": lambda u: u._push(True), b"\x89": lambda u: u._push(False),
    b"I": _U._load_int, b"J": lambda u: u._push(u._load_counted("<i", 4)),
    b"K": lambda u: u._push(u._source.read(1)[0]), b"M": lambda u: u._push(u._load_counted("<H", 2)),
    b"L": _U._load_long, b"\x8a": lambda u: u._push(decode_long(u._source.read(u._source.read(1)[0]))),
    b"\x8b": _U._load_long4, b"F": _U._load_float, b"G": lambda u: u._push(u._load_counted(">d", 8)),
    b"S": _U._load_string, b"T": _U._load_binstring,
    b"U": lambda u: u._push(u._decoded(u._source.read(u._source.read(1)[0]))),
    b"B": lambda u: u._load_bytes("<I", 4), b"C": lambda u: u._load_bytes("<B", 1),
    b"\x8e": lambda u: u._load_bytes("<Q", 8), b"\x96": _U._load_bytearray,
    b"\x97": _U._load_next_buffer, b"\x98": _U._load_readonly_buffer,
    b"V": lambda u: u._push(str(u._source.line(), "raw-unicode-escape")),
    b"X": lambda u: u._load_text("<I", 4), b"\x8c": lambda u: u._load_text("<B", 1),
    b"\x8d": lambda u: u._load_text("<Q", 8),
    b"t": lambda u: u._push_items(tuple), b")": lambda u: u._push(()),
    b"\x85": lambda u: u._load_tuple_of(1), b"\x86": lambda u: u._load_tuple_of(2),
    b"\x87": lambda u: u._load_tuple_of(3), b"]": lambda u: u._push([]), b"}": lambda u: u._push({}),
    b"\x8f": lambda u: u._push(set()), b"l": lambda u: u._push_items(list),
    b"\x91": lambda u: u._push_items(frozenset), b"d": _U._load_dict, b"i": _U._load_inst, b"o": _U._load_obj,
    b"\x81": _U._load_newobj, b"\x92": _U._load_newobj_ex, b"c": _U._load_global, b"\x93": _U._load_stack_global,
    b"\x82": lambda u: u._load_extension("<B", 1), b"\x83": lambda u: u._load_extension("<H", 2),
    b"\x84": lambda u: u._load_extension("<i", 4), b"R": _U._load_reduce, b"0": _U._load_pop,
    b"1": lambda u: u._since_mark(), b"2": lambda u: u._push(u._top()),
    b"g": lambda u: u._get(u._text_number()), b"h": lambda u: u._get(u._source.read(1)[0]),
    b"j": lambda u: u._get(u._load_counted("<I", 4)), b"p": _U._load_put,
    b"q": lambda u: u._put(u._source.read(1)[0]), b"r": lambda u: u._put(u._load_counted("<I", 4)),
    b"\x94": _U._load_memoize, b"a": _U._load_append, b"e": _U._load_appends, b"s": _U._load_setitem,
    b"u": _U._load_setitems, b"\x90": _U._load_additems, b"b": _U._load_build, b"(": _U._load_mark,
}
_CODES = {code[0]: handle for code, handle in _CODES.items()}


def _push_items(self, kind):
    items = self._since_mark()
    self._push(kind(items))


Unpickler._push_items = _push_items
for _class in (Unpickler, UnpicklerMemoProxy):
    _class.__module__ = "_pickle"


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """Read a pickle from a file: the object that it stands for."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """The object that a pickle stands for."""
    if isinstance(data, str) or not isinstance(data, (bytes, bytearray)):
        try:
            data = memoryview(data).tobytes()
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
    source = _Source(bytes(data))
    return Unpickler(source, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


load.__module__ = loads.__module__ = "_pickle"
