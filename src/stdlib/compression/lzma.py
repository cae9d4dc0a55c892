"""Compression in the formats .xz and .lzma."""

__all__ = [
    "CHECK_NONE", "CHECK_CRC32", "CHECK_CRC64", "CHECK_SHA256", "CHECK_ID_MAX", "CHECK_UNKNOWN", "FILTER_LZMA1",
    "FILTER_LZMA2", "FILTER_DELTA", "FILTER_X86", "FILTER_IA64", "FILTER_ARM", "FILTER_ARMTHUMB", "FILTER_POWERPC",
    "FILTER_SPARC", "FORMAT_AUTO", "FORMAT_XZ", "FORMAT_ALONE", "FORMAT_RAW", "MF_HC3", "MF_HC4", "MF_BT2", "MF_BT3",
    "MF_BT4", "MODE_FAST", "MODE_NORMAL", "PRESET_DEFAULT", "PRESET_EXTREME", "LZMACompressor", "LZMADecompressor",
    "LZMAFile", "LZMAError", "open", "compress", "decompress", "is_check_supported",
]

import io

import _compression
from _lzma import *
from _lzma import _decode_filter_properties, _encode_filter_properties


class LZMAFile(_compression.CompressedFile):
    """A compressed file, opened by its name or around one that is open; the mode is "r", "w", "x" or "a"."""

    def __init__(self, filename=None, mode="r", *, format=None, check=-1, preset=None, filters=None):
        self._pos = 0
        if mode in ("r", "rb"):
            if check != -1:
                raise ValueError("Cannot specify an integrity check when opening a file for reading")
            if preset is not None:
                raise ValueError("Cannot specify a preset compression level when opening a file for reading")
            self._attach(filename, "r", "rb")
            raw = _compression.DecompressReader(
                self._fp, LZMADecompressor, trailing_error=LZMAError,
                format=FORMAT_AUTO if format is None else format, filters=filters)
            self._buffer = io.BufferedReader(raw)
        elif mode in ("w", "wb", "a", "ab", "x", "xb"):
            self._compressor = LZMACompressor(
                format=FORMAT_XZ if format is None else format, check=check, preset=preset, filters=filters)
            self._attach(filename, "w", mode[0] + "b")
        else:
            raise ValueError(f"Invalid mode: {mode!r}")

    def __iter__(self):
        self._check_not_closed()
        return self


def open(filename, mode="rb", *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None, newline=None):
    """Open a compressed file for bytes or text."""
    binary = _compression.check_mode(mode, encoding, errors, newline)
    file = LZMAFile(filename, binary, format=format, check=check, preset=preset, filters=filters)
    return _compression.open_text(file, mode, encoding, errors, newline)


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """The data, compressed."""
    compressor = LZMACompressor(format, check, preset, filters)
    return compressor.compress(data) + compressor.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """The data that was compressed, of all streams there are."""
    parts = []
    while True:
        decompressor = LZMADecompressor(format, memlimit, filters)
        try:
            part = decompressor.decompress(data)
        except LZMAError:
            if parts:
                # What comes behind the last stream is none.
                break
            raise
        parts.append(part)
        if not decompressor.eof:
            raise LZMAError("Compressed data ended before the end-of-stream marker was reached")
        data = decompressor.unused_data
        if not data:
            break
    return b"".join(parts)
