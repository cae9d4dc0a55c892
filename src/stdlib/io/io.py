"""Files of bytes and of text, in the file system and in memory: what programs import.

The classes are those of _io; here they get abstract base classes above them, which other classes can be registered with.
"""
import abc
import _io
from _io import (
    DEFAULT_BUFFER_SIZE, BlockingIOError, BufferedRandom, BufferedReader, BufferedWriter, BytesIO, FileIO, StringIO,
    TextIOWrapper, UnsupportedOperation, open, open_code, text_encoding, SEEK_SET, SEEK_CUR, SEEK_END,
)
from _collections import _named_with_module

__all__ = [
    'BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase',
    'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase', 'TextIOWrapper',
    'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'text_encoding', 'DEFAULT_BUFFER_SIZE',
    'IncrementalNewlineDecoder',
]


def _abstract(kind, *bases):
    """The abstract class of a kind of files: its own classes need no more than register."""
    return abc.ABCMeta(kind.__name__.lstrip('_'), (kind, *bases), {'__module__': __name__, '__doc__': kind.__doc__})


IOBase = _abstract(_io._IOBase)
RawIOBase = _abstract(_io._RawIOBase, IOBase)
BufferedIOBase = _abstract(_io._BufferedIOBase, IOBase)
TextIOBase = _abstract(_io._TextIOBase, IOBase)


@_named_with_module
class BufferedRWPair(_io._BufferedIOBase):
    """A buffered reader and a buffered writer that belong together, as those of a socket do."""

    __module__ = '_io'

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    closed = property(lambda self: self.writer.closed)

    def isatty(self):
        return self.writer.isatty() or self.reader.isatty()

    def close(self):
        # Neither is left open because the other cannot be closed.
        try:
            self.writer.close()
        finally:
            self.reader.close()


def _passes_on(end, names):
    # The methods of the pair are those of one of its ends.
    for name in names.split():
        def method(self, *args, _end=end, _name=name):
            return getattr(getattr(self, _end), _name)(*args)
        method.__name__ = name
        method.__qualname__ = f'BufferedRWPair.{name}'
        setattr(BufferedRWPair, name, method)


_passes_on('reader', 'read read1 readinto readinto1 peek readable')
_passes_on('writer', 'write flush writable')


@_named_with_module
class IncrementalNewlineDecoder:
    """Turns the line ends of what another decoder gives into newlines, piece by piece."""

    __module__ = '_io'

    def __init__(self, decoder, translate, errors='strict'):
        self.decoder = decoder
        self.translate = translate
        self.errors = errors
        self._met = set()
        self._return_waits = False

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final)
        if not isinstance(text, str):
            raise TypeError(f"decoder should return a string result, not '{type(text).__name__}'")
        if self._return_waits and (text or final):
            text = '\r' + text
            self._return_waits = False
        if text.endswith('\r') and not final:
            # A line feed may follow, which belongs to it.
            text = text[:-1]
            self._return_waits = True
        if '\r' in text or '\n' in text:
            pairs = text.count('\r\n')
            counts = {'\r\n': pairs, '\r': text.count('\r') - pairs, '\n': text.count('\n') - pairs}
            self._met.update(end for end, count in counts.items() if count)
            if self.translate:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def getstate(self):
        rest, flags = (b'', 0) if self.decoder is None else self.decoder.getstate()
        return rest, flags << 1 | self._return_waits

    def setstate(self, state):
        if not isinstance(state, tuple):
            raise TypeError('state argument must be a tuple')
        rest, flags = state
        self._return_waits = bool(flags & 1)
        if self.decoder is not None:
            self.decoder.setstate((rest, flags >> 1))

    def reset(self):
        self._met = set()
        self._return_waits = False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        met = tuple(end for end in ('\r', '\n', '\r\n') if end in self._met)
        return met if len(met) > 1 else met[0] if met else None


for _abstract, _classes in (
    (RawIOBase, (FileIO,)),
    (BufferedIOBase, (BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair)),
    (TextIOBase, (StringIO, TextIOWrapper)),
):
    for _each in _classes:
        _abstract.register(_each)
del _abstract, _classes, _each
