"""The states of futures."""

from asyncio import isfuture

__all__ = ()

_PENDING, _CANCELLED, _FINISHED = 'PENDING', 'CANCELLED', 'FINISHED'
