"""Streams of bytes that are read and written as text: a part of codecs, whose name its classes bear."""

__name__ = "codecs"


class Codec:
    """What codes without remembering anything from one call to the next."""

    def encode(self, input, errors="strict"):
        """The bytes for a text, and how much of it they stand for."""
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        """The text that bytes stand for, and how many of them were read."""
        raise NotImplementedError


class _OverStream:
    """What is passed on to the stream of bytes below."""

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {type(self).__name__}")

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __enter__(self):
        return self


class StreamWriter(_OverStream, Codec):
    """Writes text to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def reset(self):
        """Forget what was kept between two calls: nothing here."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def writelines(self, list):
        """Write several texts as one."""
        self.write("".join(list))

    def write(self, object):
        """Write a text."""
        self.stream.write(self.encode(object, self.errors)[0])


class StreamReader(_OverStream, Codec):
    """Reads text from a stream of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self._empty_charbuffer = self.charbuffertype()
        StreamReader.reset(self)

    def reset(self):
        """Forget what was read ahead."""
        self.bytebuffer, self.linebuffer = b"", None
        self.charbuffer = self._empty_charbuffer

    def seek(self, offset, whence=0):
        """Go to another place of the stream, where nothing is read ahead."""
        self.stream.seek(offset, whence)
        self.reset()

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def read(self, size=-1, chars=-1, firstline=False):
        """Read and decode.

        chars is how many characters are given at most, size roughly how many bytes are read;
        firstline: an error behind the first line leaves that line to be given first.
        """
        lines, self.linebuffer = self.linebuffer, None
        if lines:
            self.charbuffer = self._empty_charbuffer.join(lines)
        chars = size if chars < 0 else chars
        while True:
            if chars >= 0 and len(self.charbuffer) >= chars:
                break
            fresh = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + fresh
            if not data:
                break
            try:
                text, taken = self.decode(data, self.errors)
            except UnicodeDecodeError as error:
                if not firstline:
                    raise
                text, taken = self.decode(data[:error.start], self.errors)
                if len(text.splitlines(keepends=True)) <= 1:
                    raise
            self.bytebuffer = data[taken:]
            self.charbuffer += text
            if not fresh or chars < 0:
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self._empty_charbuffer
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        """The next line, decoded."""
        if self.linebuffer:
            line = self.linebuffer.pop(0)
            if len(self.linebuffer) == 1:
                self.charbuffer = self.linebuffer[0]
                self.linebuffer = None
            return line if keepends else line.splitlines(keepends=False)[0]
        amount = size or 72
        line = self._empty_charbuffer
        while True:
            data = self.read(amount, firstline=True)
            if data and data.endswith(b"\r" if isinstance(data, bytes) else "\r"):
                # The other half of a line end may be next.
                data += self.read(size=1, chars=1)
            line += data
            lines = line.splitlines(keepends=True)
            if len(lines) > 1:
                line, *rest = lines
                rest[-1] += self.charbuffer
                if len(rest) > 1:
                    self.linebuffer, self.charbuffer = rest, None
                else:
                    self.charbuffer = rest[0]
                return line if keepends else line.splitlines(keepends=False)[0]
            if lines:
                bare = lines[0].splitlines(keepends=False)[0]
                if lines[0] != bare:
                    return line if keepends else bare
            if not data or size is not None:
                if line and not keepends:
                    line = line.splitlines(keepends=False)[0]
                return line
            amount = min(amount * 2, 8000)

    def readlines(self, sizehint=None, keepends=True):
        """All lines that are left."""
        return self.read().splitlines(keepends)

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration


class _Pair(_OverStream):
    """What streams that read and write have in common."""

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def __iter__(self):
        return self

    def reset(self):
        for side in (self.reader, self.writer):
            side.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if (offset, whence) == (0, 0):
            self.writer.reset()


class StreamReaderWriter(_Pair):
    """A stream that decodes what is read and encodes what is written."""

    encoding = "unknown"

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)


class StreamRecoder(_Pair):
    """A stream of one encoding seen as one of another."""

    data_encoding = "unknown"
    file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        super().__init__(stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        line = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(line, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b"".join(list), self.errors)[0])
