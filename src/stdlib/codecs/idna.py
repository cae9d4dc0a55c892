"""Names of hosts in other scripts than ASCII (RFC 3490), and how their letters are prepared (RFC 3491)."""

import codecs
import re
import stringprep
from unicodedata import ucd_3_2_0 as unicodedata

import _codecs_other

dots = re.compile("[\u002E\u3002\uFF0E\uFF61]")
ace_prefix = b"xn--"
sace_prefix = "xn--"

_FORBIDDEN = (stringprep.in_table_c12, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4,
              stringprep.in_table_c5, stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8,
              stringprep.in_table_c9)


def nameprep(label):
    """The label as it is compared: in lower case, normalised, and free of what no name may have."""
    mapped = "".join(stringprep.map_table_b2(character) for character in label if not stringprep.in_table_b1(character))
    prepared = unicodedata.normalize("NFKC", mapped)
    for at, character in enumerate(prepared):
        if any(is_in(character) for is_in in _FORBIDDEN):
            raise UnicodeEncodeError("idna", prepared, at, at + 1, f"Invalid character {character!r}")
    _check_direction(prepared)
    return prepared


def _check_direction(label):
    """Text from right to left begins and ends so, and has none from left to right between (RFC 3454, 6)."""
    right = [stringprep.in_table_d1(character) for character in label]
    if not any(right):
        return
    for at, character in enumerate(label):
        if stringprep.in_table_d2(character):
            raise UnicodeEncodeError("idna", label, at, at + 1, "Violation of BIDI requirement 2")
    if not right[0]:
        raise UnicodeEncodeError("idna", label, 0, 1, "Violation of BIDI requirement 3")
    if not right[-1]:
        raise UnicodeEncodeError("idna", label, len(label) - 1, len(label), "Violation of BIDI requirement 3")


def _checked(data, label):
    if not data:
        raise UnicodeEncodeError("idna", label, 0, 1, "label empty")
    if len(data) >= 64:
        raise UnicodeEncodeError("idna", label, 0, len(label), "label too long")
    return data


def ToASCII(label):
    """The bytes that stand for a label."""
    if label.isascii():
        return _checked(label.encode("ascii"), label)
    prepared = nameprep(label)
    if prepared.isascii():
        return _checked(prepared.encode("ascii"), label)
    if prepared.lower().startswith(sace_prefix):
        raise UnicodeEncodeError("idna", label, 0, len(sace_prefix), "Label starts with ACE prefix")
    return _checked(ace_prefix + _codecs_other._punycode_encode(prepared)[0], label)


def ToUnicode(label):
    """The label that bytes stand for."""
    if len(label) > 1024:
        # Nothing so long is a label, and decoding it would take long.
        text, data = (label, label.encode("utf-8")) if isinstance(label, str) else (None, label)
        if text is not None:
            raise UnicodeEncodeError("idna", text, 0, len(text), "label way too long")
        raise UnicodeDecodeError("idna", data, 0, len(data), "label way too long")
    if isinstance(label, str) and not label.isascii():
        label = nameprep(label)
        if not label.isascii():
            raise UnicodeEncodeError("idna", label, 0, 1, "Invalid character in IDN label")
    data = label.encode("ascii") if isinstance(label, str) else bytes(label)
    if not data.lower().startswith(ace_prefix):
        return str(data, "ascii")
    start = len(ace_prefix)
    try:
        text = _codecs_other._punycode_decode(data[start:])[0]
    except UnicodeDecodeError as error:
        raise UnicodeDecodeError("idna", data, start + error.start, start + error.end, error.reason) from None
    again = ToASCII(text)
    if str(data, "ascii").lower() != str(again, "ascii"):
        raise UnicodeDecodeError("idna", data, 0, len(data), f"IDNA does not round-trip, '{label!r}' != '{again!r}'")
    return text


def _require_strict(errors):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")


def _encode_labels(labels, input, offset=0):
    """The bytes of labels that stand in the input from an offset on, between dots."""
    out = []
    for label in labels:
        try:
            out.append(ToASCII(label))
        except UnicodeEncodeError as error:
            raise UnicodeEncodeError("idna", input, offset + error.start, offset + error.end, error.reason) from None
        offset += len(label) + 1
    return b".".join(out)


def _decode_labels(labels, input):
    out = []
    offset = 0
    for label in labels:
        try:
            out.append(ToUnicode(label))
        except UnicodeDecodeError as error:
            raise UnicodeDecodeError("idna", input, offset + error.start, offset + error.end, error.reason) from None
        except UnicodeEncodeError as error:
            raise UnicodeDecodeError("idna", input, offset, offset + len(label), error.reason) from None
        offset += len(label) + 1
    return ".".join(out)


def _without_last(labels):
    """Whether the labels end with a dot, and what is before it."""
    return (labels[:-1], True) if labels and not labels[-1] else (labels, False)


class Codec(codecs.Codec):
    """Codes whole names."""

    def encode(self, input, errors="strict"):
        _require_strict(errors)
        if not input:
            return b"", 0
        # Only the dot itself parts a name of ASCII.
        labels, dotted = _without_last(dots.split(input))
        return _encode_labels(labels, input) + b"." * dotted, len(input)

    def decode(self, input, errors="strict"):
        _require_strict(errors)
        if not input:
            return "", 0
        data = bytes(input)
        labels, dotted = _without_last(data.split(b"."))
        return _decode_labels(labels, data) + "." * dotted, len(data)


class IncrementalEncoder(codecs.BufferedIncrementalEncoder):
    """Encodes each label when its end is there."""

    def _buffer_encode(self, input, errors, final):
        _require_strict(errors)
        if not input:
            return b"", 0
        labels, dotted = _without_last(dots.split(input))
        if not dotted and not final:
            labels, dotted = labels[:-1], len(labels) > 1
        taken = sum(map(len, labels)) + len(labels) - (not dotted and bool(labels))
        return _encode_labels(labels, input) + b"." * dotted, taken


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    """Decodes each label when its end is there."""

    def _buffer_decode(self, input, errors, final):
        _require_strict(errors)
        if not input:
            return "", 0
        data = bytes(input)
        labels, dotted = _without_last(data.split(b"."))
        if not dotted and not final:
            for label in labels[-1:]:
                if not label.isascii():
                    _decode_labels(labels, data)
            labels, dotted = labels[:-1], len(labels) > 1
        taken = sum(map(len, labels)) + len(labels) - (not dotted and bool(labels))
        return _decode_labels(labels, data) + "." * dotted, taken


class StreamWriter(Codec, codecs.StreamWriter):
    """Writes names."""


class StreamReader(Codec, codecs.StreamReader):
    """Reads names."""


def getregentry():
    """What the registry has."""
    codec = Codec()
    return codecs.CodecInfo(codec.encode, codec.decode, StreamReader, StreamWriter, IncrementalEncoder,
                            IncrementalDecoder, "idna")
