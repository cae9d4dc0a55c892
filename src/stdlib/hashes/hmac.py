"""Hashes with a key, as RFC 2104 describes them."""

import _hashlib as _native
import warnings as _warnings
from _hashlib import compare_digest

trans_5C = bytes(byte ^ 0x5C for byte in range(256))
trans_36 = bytes(byte ^ 0x36 for byte in range(256))

# Hashes are as long as their kind makes them.
digest_size = None


def _maker(digestmod):
    """A function that begins a hash of what digestmod names, makes or has as its new()."""
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        import hashlib

        return lambda data=b"": hashlib.new(digestmod, data)
    return lambda data=b"": digestmod.new(data)


def _take_key(begin, key, size, inner, outer):
    """Begin both hashes with the key, which fills a block; a longer one is hashed first."""
    block = bytes(begin(key).digest() if len(key) > size else key).ljust(size, b"\0")
    for hash, pad in ((outer, trans_5C), (inner, trans_36)):
        hash.update(block.translate(pad))


class HMAC:
    """A hash with a key."""

    blocksize = 64
    __slots__ = ("_inner", "_outer", "_name", "block_size", "digest_size")

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        begin = _maker(digestmod)
        outer, inner = begin(), begin()
        if getattr(inner, "name", "").startswith("shake_"):
            raise ValueError("no reason supplied")
        size = getattr(inner, "block_size", None)
        if size is None:
            _warnings.warn(f"No block_size attribute on given digest object; Assuming {self.blocksize}.",
                           RuntimeWarning, 2)
            size = self.blocksize
        elif size < 16:
            _warnings.warn(f"block_size of {size} seems too small; using our default of {self.blocksize}.",
                           RuntimeWarning, 2)
            size = self.blocksize
        self.block_size = max(size, len(key)) if size is None else size
        self.digest_size = inner.digest_size
        _take_key(begin, key, size, inner, outer)
        self._outer, self._inner = outer, inner
        self._name = f"hmac-{inner.name}"
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return self._name

    def update(self, msg):
        """Take more of the message."""
        self._inner.update(msg)

    def copy(self):
        """A copy that goes its own way."""
        twin = object.__new__(type(self))
        twin._name, twin.block_size, twin.digest_size = self._name, self.block_size, self.digest_size
        twin._inner, twin._outer = self._inner.copy(), self._outer.copy()
        return twin

    def _finished(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        """The hash of the message so far, as bytes."""
        return self._finished().digest()

    def hexdigest(self):
        """The hash of the message so far, as hexadecimal digits."""
        return self._finished().hexdigest()


def new(key, msg=None, digestmod=""):
    """A hash with a key, of the kind that digestmod names, that has taken msg."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The hash of one message with a key."""
    known = callable(digest) and not hasattr(digest, "MAX_KEY_SIZE") and hasattr(_native, getattr(digest, "__name__", "?"))
    if known or isinstance(digest, str):
        try:
            return _native.hmac_digest(key, msg, digest)
        except _native.UnsupportedDigestmodError:
            if isinstance(digest, str):
                raise ValueError(f"unsupported hash type {digest}") from None
    begin = _maker(digest)
    inner, outer = begin(), begin()
    _take_key(begin, key, getattr(inner, "block_size", 64), inner, outer)
    inner.update(msg)
    outer.update(inner.digest())
    return outer.digest()
