"""Parts that are pictures."""

__all__ = ["MIMEImage"]

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart


class MIMEImage(MIMENonMultipart):
    """A picture; its kind is found by its first bytes if it is not given."""

    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        if _subtype is None:
            _subtype = _kind(_imagedata)
        if _subtype is None:
            raise TypeError("Could not guess image MIME subtype")
        super().__init__("image", _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)


def _kind(data):
    """The kind of a picture by its first bytes, or None."""
    data = bytes(data[:32])
    if data[6:10] in (b"JFIF", b"Exif") or data[:4] == b"\xff\xd8\xff\xdb":
        return "jpeg"
    for kind, beginnings in _BEGINNINGS.items():
        if data.startswith(beginnings):
            return kind
    if len(data) >= 3 and data[:1] == b"P" and data[2:3] in (b" ", b"\t", b"\n", b"\r"):
        return {b"1": "pbm", b"4": "pbm", b"2": "pgm", b"5": "pgm", b"3": "ppm", b"6": "ppm"}.get(data[1:2])
    return "webp" if data.startswith(b"RIFF") and data[8:12] == b"WEBP" else None


_BEGINNINGS = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "gif": (b"GIF87a", b"GIF89a"),
    "tiff": (b"MM", b"II"),
    "rgb": (b"\x01\xda",),
    "rast": (b"\x59\xa6\x6a\x95",),
    "xbm": (b"#define ",),
    "bmp": (b"BM",),
    "exr": (b"\x76\x2f\x31\x01",),
}
