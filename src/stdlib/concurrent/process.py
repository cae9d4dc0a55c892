"""ProcessPoolExecutor: there are no further processes here, so the calls run one after the other, in their order."""

from concurrent.futures import _base
from concurrent.futures.thread import ThreadPoolExecutor
import sys

_told = False


class BrokenProcessPool(_base.BrokenExecutor):
    """Raised when a process in a ProcessPoolExecutor terminated abruptly."""


class ProcessPoolExecutor(_base.Executor):
    """Runs calls as a pool of processes does, but in one thread."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        global _told
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError('max_tasks_per_child must be an integer')
            if max_tasks_per_child <= 0:
                raise ValueError('max_tasks_per_child must be >= 1')
        if not _told:
            _told = True
            print('snakelet: ProcessPoolExecutor runs its calls in this process, one after the other', file=sys.stderr)
        self._one = ThreadPoolExecutor(1, 'ProcessPoolExecutor', initializer, initargs)

    def submit(self, fn, /, *args, **kwargs):
        return self._one.submit(fn, *args, **kwargs)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        return super().map(fn, *iterables, timeout=timeout)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._one.shutdown(wait, cancel_futures=cancel_futures)
