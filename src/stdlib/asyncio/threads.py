"""Calls in other threads."""

from asyncio import get_running_loop
from contextvars import copy_context

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    """Asynchronously run function *func* in a separate thread."""
    loop = get_running_loop()
    context = copy_context()

    def call():
        return context.run(func, *args, **kwargs)

    return await loop.run_in_executor(None, call)
