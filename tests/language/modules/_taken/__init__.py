from . import _inner as _module


class _inner:
    attr = "the package's own"
