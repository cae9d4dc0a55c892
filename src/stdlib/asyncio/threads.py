"""Calls in other threads, and the threads that a loop has for them."""

from asyncio import futures, get_running_loop
from asyncio.timeouts import timeout as _time_limit
from contextvars import copy_context

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    """Await what a function gives that runs in another thread."""
    loop = get_running_loop()
    context = copy_context()

    def call():
        return context.run(func, *args, **kwargs)

    return await loop.run_in_executor(None, call)


# Methods of loops.

def run_in_executor(loop, executor, func, *args):
    loop._check_closed()
    if loop.get_debug():
        loop._check_callback(func, 'run_in_executor')
    if executor is None:
        executor = _default_executor(loop)
    return futures.wrap_future(executor.submit(func, *args), loop=loop)


def _default_executor(loop):
    if loop._executor_shutdown_called:
        raise RuntimeError('Executor shutdown has been called')
    if loop._default_executor is None:
        from concurrent.futures import ThreadPoolExecutor
        loop._default_executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
    return loop._default_executor


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
    over = loop.create_future()
    waiting = threading.Thread(target=_wait_for_threads, args=(loop, executor, over))
    waiting.start()
    try:
        async with _time_limit(timeout):
            await over
    except TimeoutError:
        import warnings
        warnings.warn(f'The executor did not finishing joining its threads within {timeout} seconds.',
                      RuntimeWarning, stacklevel=2)
        executor.shutdown(wait=False)
    else:
        waiting.join()


def _wait_for_threads(loop, executor, over):
    from asyncio.base_futures import _settle_unless_cancelled
    failure = None
    try:
        executor.shutdown(wait=True)
    except Exception as error:
        failure = error
    if not loop.is_closed():
        loop.call_soon_threadsafe(_settle_unless_cancelled, over, failure)
