"""What loops do beyond turning: threads, name look-up, servers, connections."""

from asyncio import BaseEventLoop, CancelledError, ensure_future, sleep
from asyncio import futures, trsock
from asyncio.events import AbstractServer
from asyncio.timeouts import timeout as _time_limit
import sys

__all__ = ('BaseEventLoop', 'Server')


def _check_callback(callback, method):
    from asyncio import iscoroutine, iscoroutinefunction
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError(f'coroutines cannot be used with {method}()')
    if not callable(callback):
        raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')


def run_in_executor(loop, executor, func, *args):
    if loop.is_closed():
        raise RuntimeError('Event loop is closed')
    if loop.get_debug():
        _check_callback(func, 'run_in_executor')
    if executor is None:
        executor = getattr(loop, '_default_executor', None)
        if getattr(loop, '_executor_shutdown_called', False):
            raise RuntimeError('Executor shutdown has been called')
        if executor is None:
            from concurrent.futures import ThreadPoolExecutor
            executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
            loop._default_executor = executor
    return futures.wrap_future(executor.submit(func, *args), loop=loop)


def set_default_executor(loop, executor):
    from concurrent.futures import ThreadPoolExecutor
    if not isinstance(executor, ThreadPoolExecutor):
        raise TypeError('executor must be ThreadPoolExecutor instance')
    loop._default_executor = executor


async def shutdown_default_executor(loop, timeout=None):
    loop._executor_shutdown_called = True
    executor = loop._default_executor
    if executor is None:
        return
    import threading
    future = loop.create_future()

    def shut_down():
        try:
            executor.shutdown(wait=True)
            if not loop.is_closed():
                loop.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as ex:
            if not loop.is_closed() and not future.cancelled():
                loop.call_soon_threadsafe(future.set_exception, ex)

    thread = threading.Thread(target=shut_down)
    thread.start()
    try:
        async with _time_limit(timeout):
            await future
    except TimeoutError:
        import warnings
        warnings.warn(f'The executor did not finishing joining its threads within {timeout} seconds.',
                      RuntimeWarning, stacklevel=2)
        executor.shutdown(wait=False)
    else:
        thread.join()


async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    import socket
    return await loop.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags=0):
    import socket
    return await loop.run_in_executor(None, socket.getnameinfo, sockaddr, flags)
