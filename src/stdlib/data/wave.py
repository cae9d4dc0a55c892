"""Sounds in files .wav: numbers of samples, uncompressed."""

__all__ = ["open", "Error", "Wave_read", "Wave_write"]

import builtins
import struct
import sys
from collections import namedtuple

WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE = 1, 0xFFFE
_PCM_GUID = b"\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71"
_wave_params = namedtuple("_wave_params", "nchannels sampwidth framerate nframes comptype compname")
_wave_params.__name__ = _wave_params.__qualname__ = "_wave_params"


class Error(Exception):
    """A file is not as it should be, or something is asked for at the wrong time."""


def _swapped(data, width):
    """Numbers of a machine that writes them the other way round."""
    if sys.byteorder == "little" or width == 1:
        return data
    return b"".join(data[at:at + width][::-1] for at in range(0, len(data), width))


class Wave_read:
    """A sound that is read, of a file by name or one that is open."""

    def __init__(self, f):
        self._own = None
        if isinstance(f, str):
            f = self._own = builtins.open(f, "rb")
        try:
            self._begin(f)
        except BaseException:
            if self._own:
                f.close()
            raise

    def _begin(self, file):
        self._file = file
        self._place = 0
        self._data = None
        header = file.read(8)
        if len(header) < 8:
            raise EOFError
        if header[:4] != b"RIFF":
            raise Error("file does not start with RIFF id")
        if file.read(4) != b"WAVE":
            raise Error("not a WAVE file")
        has_format = False
        while True:
            header = file.read(8)
            if len(header) < 8:
                break
            name, size = header[:4], int.from_bytes(header[4:], "little")
            if name == b"fmt ":
                self._read_format(file.read(size + size % 2)[:size])
                has_format = True
            elif name == b"data":
                if not has_format:
                    raise Error("data chunk before fmt chunk")
                self._nframes = size // self._framesize
                self._data = file
                try:
                    self._start = file.tell()
                except (AttributeError, OSError):
                    self._start = None
                break
            else:
                file.read(size + size % 2)
        if not has_format or self._data is None:
            raise Error("fmt chunk and/or data chunk missing")

    def _read_format(self, data):
        try:
            kind, self._nchannels, self._framerate, _, _ = struct.unpack_from("<HHLLH", data)
            bits = struct.unpack_from("<H", data, 14)[0]
        except struct.error:
            raise EOFError from None
        if kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
            raise Error(f"unknown format: {kind!r}")
        if kind == WAVE_FORMAT_EXTENSIBLE:
            if len(data) < 40:
                raise EOFError
            if data[24:40] != _PCM_GUID:
                raise Error("unknown extended format")
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error("bad sample width")
        if not self._nchannels:
            raise Error("bad # of channels")
        self._framesize = self._nchannels * self._sampwidth
        self._comptype, self._compname = "NONE", "not compressed"

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def getfp(self):
        """The file."""
        return self._file

    def rewind(self):
        """Go back to the first sample."""
        self._place = 0
        if self._start is not None:
            self._data.seek(self._start)

    def close(self):
        """Close the file, if it was opened here."""
        self._file = self._data = None
        own, self._own = getattr(self, "_own", None), None
        if own:
            own.close()

    def tell(self):
        """The number of the next sample."""
        return self._place

    def getnchannels(self):
        """How many channels there are."""
        return self._nchannels

    def getnframes(self):
        """How many samples there are."""
        return self._nframes

    def getsampwidth(self):
        """How many bytes a number has."""
        return self._sampwidth

    def getframerate(self):
        """How many samples a second has."""
        return self._framerate

    def getcomptype(self):
        """The kind of compression: there is none."""
        return self._comptype

    def getcompname(self):
        """The name of the compression."""
        return self._compname

    def getparams(self):
        """All of this as a tuple with names."""
        return _wave_params(self.getnchannels(), self.getsampwidth(), self.getframerate(), self.getnframes(),
                            self.getcomptype(), self.getcompname())

    def setpos(self, pos):
        """Go to a sample."""
        if pos < 0 or pos > self._nframes:
            raise Error("position not in range")
        self._place = pos
        self._data.seek(self._start + pos * self._framesize)

    def readframes(self, nframes):
        """The bytes of so many samples."""
        count = max(0, min(nframes, self._nframes - self._place))
        data = self._data.read(count * self._framesize) if count else b""
        self._place += len(data) // self._framesize
        return _swapped(data, self._sampwidth)


class Wave_write:
    """A sound that is written: first say what it is like, then write samples."""

    def __init__(self, f):
        self._own = None
        if isinstance(f, str):
            f = self._own = builtins.open(f, "wb")
        self._file = f
        self._nchannels = self._sampwidth = self._framerate = self._nframes = 0
        self._frames_written = self._bytes_written = self._bytes_promised = 0
        self._header_at = None
        self._has_header = False

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _check_time(self):
        if self._bytes_written:
            raise Error("cannot change parameters after starting to write")

    def setnchannels(self, nchannels):
        """Say how many channels there are."""
        self._check_time()
        if nchannels < 1:
            raise Error("bad # of channels")
        self._nchannels = nchannels

    def getnchannels(self):
        """How many channels there are."""
        if not self._nchannels:
            raise Error("number of channels not set")
        return self._nchannels

    def setsampwidth(self, sampwidth):
        """Say how many bytes a number has."""
        self._check_time()
        if sampwidth < 1 or sampwidth > 4:
            raise Error("bad sample width")
        self._sampwidth = sampwidth

    def getsampwidth(self):
        """How many bytes a number has."""
        if not self._sampwidth:
            raise Error("sample width not set")
        return self._sampwidth

    def setframerate(self, framerate):
        """Say how many samples a second has."""
        self._check_time()
        if framerate <= 0:
            raise Error("bad frame rate")
        self._framerate = int(round(framerate))

    def getframerate(self):
        """How many samples a second has."""
        if not self._framerate:
            raise Error("frame rate not set")
        return self._framerate

    def setnframes(self, nframes):
        """Say how many samples there will be."""
        self._check_time()
        self._nframes = nframes

    def getnframes(self):
        """How many samples were written."""
        return self._frames_written

    def setcomptype(self, comptype, compname):
        """Say how it is compressed: not at all."""
        self._check_time()
        if comptype not in ("NONE",):
            raise Error("unsupported compression type")

    def getcomptype(self):
        """The kind of compression: there is none."""
        return "NONE"

    def getcompname(self):
        """The name of the compression."""
        return "not compressed"

    def setparams(self, params):
        """Say all of this with a tuple."""
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._check_time()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        """All of this as a tuple with names."""
        if not self._nchannels or not self._sampwidth or not self._framerate:
            raise Error("not all parameters set")
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, "NONE", "not compressed")

    def tell(self):
        """How many samples were written."""
        return self._frames_written

    def writeframesraw(self, data):
        """Write samples; what was promised is corrected at the end."""
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast("B")
        self._ensure_header(len(data))
        self._file.write(_swapped(data, self._sampwidth))
        self._bytes_written += len(data)
        self._frames_written += len(data) // (self._sampwidth * self._nchannels)

    def writeframes(self, data):
        """Write samples, and correct how many there are."""
        self.writeframesraw(data)
        if self._bytes_promised != self._bytes_written:
            self._correct()

    def close(self):
        """Write what is missing and close the file, if it was opened here."""
        try:
            if getattr(self, "_file", None):
                self._ensure_header(0)
                if self._bytes_promised != self._bytes_written:
                    self._correct()
                self._file.flush()
        finally:
            self._file = None
            own, self._own = getattr(self, "_own", None), None
            if own:
                own.close()

    def _ensure_header(self, size):
        if self._has_header:
            return
        for value, what in ((self._nchannels, "# channels"), (self._sampwidth, "sample width"),
                            (self._framerate, "sampling rate")):
            if not value:
                raise Error(what + " not specified")
        if not self._nframes:
            self._nframes = size // (self._nchannels * self._sampwidth)
        self._bytes_promised = self._nframes * self._nchannels * self._sampwidth
        try:
            self._header_at = self._file.tell()
        except (AttributeError, OSError):
            self._header_at = None
        width, channels, rate = self._sampwidth, self._nchannels, self._framerate
        self._file.write(struct.pack(
            "<4sL4s4sLHHLLHH4sL", b"RIFF", 36 + self._bytes_promised, b"WAVE", b"fmt ", 16, WAVE_FORMAT_PCM, channels, rate,
            channels * rate * width, channels * width, width * 8, b"data", self._bytes_promised))
        self._has_header = True

    def _correct(self):
        if self._header_at is None:
            raise OSError("the file cannot be gone back in")
        place = self._file.tell()
        for offset, size in ((4, 36 + self._bytes_written), (40, self._bytes_written)):
            self._file.seek(self._header_at + offset, 0)
            self._file.write(struct.pack("<L", size))
        self._file.seek(place, 0)
        self._bytes_promised = self._bytes_written


def open(f, mode=None):
    """Open a sound to read or to write, of a file by name or one that is open."""
    if mode is None:
        mode = getattr(f, "mode", "rb")
    if mode in ("r", "rb"):
        return Wave_read(f)
    if mode in ("w", "wb"):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
