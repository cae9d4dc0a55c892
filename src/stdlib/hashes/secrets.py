"""Random numbers and texts that nobody can guess, for passwords and tokens."""

from base64 import urlsafe_b64encode as _urlsafe
from hmac import compare_digest
from random import SystemRandom

__all__ = ["choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex", "token_urlsafe",
           "compare_digest"]

_source = SystemRandom()

randbits = _source.getrandbits
choice = _source.choice

# How many bytes a token has when nothing is said.
DEFAULT_ENTROPY = 32


def randbelow(exclusive_upper_bound):
    """A random integer from 0 to before the bound."""
    if exclusive_upper_bound > 0:
        return _source._randbelow(exclusive_upper_bound)
    raise ValueError("Upper bound must be positive.")


def token_bytes(nbytes=None):
    """So many random bytes."""
    return _source.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    """So many random bytes, as hexadecimal digits."""
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """So many random bytes, as a text that can stand in an address."""
    return _urlsafe(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
