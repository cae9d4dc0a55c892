"""Hashes by name: md5(), sha256() and the others, or new(name)."""

import _hashlib
from _blake2 import blake2b, blake2s
from _hashlib import pbkdf2_hmac, scrypt

_BY_OPENSSL = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512",
               "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256")

algorithms_guaranteed = {*_BY_OPENSSL, "blake2b", "blake2s"}
algorithms_available = algorithms_guaranteed | set(_hashlib.openssl_md_meth_names)

for _name in _BY_OPENSSL:
    globals()[_name] = getattr(_hashlib, "openssl_" + _name)
del _name

__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
           "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256",
           "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest", "scrypt")


def __hash_new(name, data=b"", **kwargs):
    """A hash of the named kind that has taken data; blake2b and blake2s take their own parameters."""
    if name in ("blake2b", "blake2s"):
        return globals()[name](data, **kwargs)
    return _hashlib.new(name, data, **kwargs)


new = __hash_new


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """The hash of what is left of a file that is open for reading bytes."""
    hashed = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        hashed.update(fileobj.getbuffer())
        return hashed
    readable = hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()
    if not readable:
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    room = bytearray(_bufsize)
    view = memoryview(room)
    while count := fileobj.readinto(room):
        hashed.update(view[:count])
    return hashed
