"""JSON token scanner"""

from _json import make_scanner

__all__ = ["make_scanner"]
