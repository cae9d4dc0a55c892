"""Managers of objects that processes share."""

__all__ = ["SyncManager", "Namespace"]

from multiprocessing import _Manager as SyncManager
from types import SimpleNamespace as Namespace
