"""Character sets of messages: how text in them is encoded in headers and in bodies."""

__all__ = ["Charset", "add_alias", "add_charset", "add_codec"]

from functools import partial

import email.base64mime
import email.quoprimime
from email import errors

QP, BASE64, SHORTEST = 1, 2, 3
RFC2047_CHROME_LEN = len("=??q??=")
DEFAULT_CHARSET = "us-ascii"
UNKNOWN8BIT = "unknown-8bit"

# What text in a set becomes: in headers, in bodies, and in which set it is sent.
CHARSETS = {
    **{f"iso-8859-{number}": (QP, QP, None) for number in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16)},
    "windows-1252": (QP, QP, None),
    "viscii": (QP, QP, None),
    "us-ascii": (None, None, None),
    "big5": (BASE64, BASE64, None),
    "gb2312": (BASE64, BASE64, None),
    "euc-jp": (BASE64, None, "iso-2022-jp"),
    "shift_jis": (BASE64, None, "iso-2022-jp"),
    "iso-2022-jp": (BASE64, None, None),
    "koi8-r": (BASE64, BASE64, None),
    "utf-8": (SHORTEST, BASE64, "utf-8"),
}

ALIASES = {
    **{f"latin{separator}{number}": f"iso-8859-{part}" for number, part in enumerate((1, 2, 3, 4, 9, 10, 13, 14, 15, 16), 1)
       for separator in "_-"},
    "cp949": "ks_c_5601-1987",
    "euc_jp": "euc-jp",
    "euc_kr": "euc-kr",
    "ascii": "us-ascii",
}

CODEC_MAP = {"gb2312": "eucgb2312_cn", "big5": "big5_tw", "us-ascii": None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Say how text in a set is encoded in headers and bodies, and in which set it is sent."""
    if body_enc == SHORTEST:
        raise ValueError("SHORTEST not allowed for body_enc")
    CHARSETS[charset] = (header_enc, body_enc, output_charset)


def add_alias(alias, canonical):
    """Give a set another name."""
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """Say which codec knows a set."""
    CODEC_MAP[charset] = codecname


def _encode(string, codec):
    if codec == UNKNOWN8BIT:
        return string.encode("ascii", "surrogateescape")
    return string.encode(codec)


class Charset:
    """A character set, and how text in it is sent: header_encoding, body_encoding and output_charset say it, input_codec
    and output_codec name the codecs."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, str):
                input_charset.encode("ascii")
            else:
                input_charset = str(input_charset, "ascii")
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        input_charset = input_charset.lower()
        self.input_charset = ALIASES.get(input_charset, input_charset)
        in_header, in_body, sent_as = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        sent_as = sent_as or self.input_charset
        self.header_encoding = in_header
        self.body_encoding = in_body
        self.output_charset = ALIASES.get(sent_as, sent_as)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        """The name of the encoding of bodies, or a function that encodes a message."""
        assert self.body_encoding != SHORTEST
        if self.body_encoding == QP:
            return "quoted-printable"
        if self.body_encoding == BASE64:
            return "base64"
        from email.encoders import encode_7or8bit
        return encode_7or8bit

    def get_output_charset(self):
        """The set in which text is sent."""
        return self.output_charset or self.input_charset

    def header_encode(self, string):
        """A text as an encoded word of a header."""
        data = _encode(string, self.output_codec or "us-ascii")
        encoder = self._get_encoder(data)
        return string if encoder is None else encoder.header_encode(data, self.output_codec)

    def header_encode_lines(self, string, maxlengths):
        """A text as encoded words, none longer than the next of the lengths; None comes first if not even one character
        fits there."""
        codec = self.output_codec or "us-ascii"
        encoder = self._get_encoder(_encode(string, codec))
        encode = partial(encoder.header_encode, charset=codec)
        frame = len(self.get_output_charset()) + RFC2047_CHROME_LEN
        words = []
        room = next(maxlengths) - frame
        begin = 0
        for end in range(1, len(string) + 1):
            if encoder.header_length(_encode(string[begin:end], codec)) <= room:
                continue
            piece = string[begin:end - 1]
            words.append(encode(_encode(piece, codec)) if piece or words else None)
            begin = end - 1
            room = next(maxlengths) - frame
        words.append(encode(_encode(string[begin:], codec)))
        return words

    def _get_encoder(self, data):
        wanted = self.header_encoding
        if wanted == SHORTEST:
            base64, quoted = email.base64mime.header_length(data), email.quoprimime.header_length(data)
            wanted = BASE64 if base64 < quoted else QP
        return {BASE64: email.base64mime, QP: email.quoprimime}.get(wanted)

    def body_encode(self, string):
        """A text as it stands in the body of a message."""
        if not string:
            return string
        if self.body_encoding is BASE64:
            if isinstance(string, str):
                string = string.encode(self.output_charset)
            return email.base64mime.body_encode(string)
        if isinstance(string, str):
            data = string.encode(self.output_charset)
        else:
            data = string
        if self.body_encoding is QP:
            return email.quoprimime.body_encode(data.decode("latin1"))
        return data.decode("ascii")
