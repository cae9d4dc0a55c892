"""Encodes the payload of a message and says so in its headers."""

__all__ = ["encode_7or8bit", "encode_base64", "encode_noop", "encode_quopri"]

_HEADER = "Content-Transfer-Encoding"


def encode_base64(msg):
    """Encode the payload in base64."""
    from base64 import encodebytes
    msg.set_payload(str(encodebytes(msg.get_payload(decode=True)), "ascii"))
    msg[_HEADER] = "base64"


def encode_quopri(msg):
    """Encode the payload in quoted-printable, blanks too."""
    from quopri import encodestring
    encoded = encodestring(msg.get_payload(decode=True), quotetabs=True)
    msg.set_payload(encoded.replace(b" ", b"=20"))
    msg[_HEADER] = "quoted-printable"


def encode_7or8bit(msg):
    """Say whether the payload is plain ASCII."""
    data = msg.get_payload(decode=True)
    msg[_HEADER] = "7bit" if data is None or data.isascii() else "8bit"


def encode_noop(msg):
    """Leave everything as it is."""
