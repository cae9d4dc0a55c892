"""Compression in the format of bzip2."""

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]

import io

import _compression
from _bz2 import BZ2Compressor, BZ2Decompressor


class BZ2File(_compression.CompressedFile):
    """A compressed file, opened by its name or around one that is open; the mode is "r", "w", "x" or "a"."""

    def __init__(self, filename, mode="r", *, compresslevel=9):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        kind = {"": "r", "r": "r", "rb": "r", "w": "w", "wb": "w", "x": "x", "xb": "x", "a": "a", "ab": "a"}.get(mode)
        if kind is None:
            raise ValueError(f"Invalid mode: {mode!r}")
        if kind != "r":
            self._compressor = BZ2Compressor(compresslevel)
        self._attach(filename, "r" if kind == "r" else "w", kind + "b")
        self._pos = 0
        if kind == "r":
            raw = _compression.DecompressReader(self._fp, BZ2Decompressor, trailing_error=OSError)
            self._buffer = io.BufferedReader(raw)

    def __iter__(self):
        self._check_not_closed()
        return self

    def write(self, data):
        """Write bytes; how many there were is returned."""
        return super().write(data)

    def writelines(self, seq):
        """Write the bytes of each item."""
        for item in seq:
            self.write(item)


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Open a compressed file for bytes or text."""
    binary = _compression.check_mode(mode, encoding, errors, newline)
    return _compression.open_text(BZ2File(filename, binary, compresslevel=compresslevel), mode, encoding, errors, newline)


def compress(data, compresslevel=9):
    """The data, compressed."""
    compressor = BZ2Compressor(compresslevel)
    return compressor.compress(data) + compressor.flush()


def decompress(data):
    """The data that was compressed, of all streams there are."""
    parts = []
    while data:
        decompressor = BZ2Decompressor()
        try:
            part = decompressor.decompress(data)
        except OSError:
            if parts:
                # What comes behind the last stream is none.
                break
            raise
        parts.append(part)
        if not decompressor.eof:
            raise ValueError("Compressed data ended before the end-of-stream marker was reached")
        data = decompressor.unused_data
    return b"".join(parts)
