"""Threads that take calls from a queue."""

from _thread import _processors
from concurrent.futures import _base
import queue
import threading
import types

_live = []
_ending = False


def _python_exit():
    """The program ends: threads that wait for work need wait no longer."""
    global _ending
    _ending = True
    pools = list(_live)
    for pool in pools:
        pool._work_queue.put(None)
    for pool in pools:
        for thread in list(pool._threads):
            thread.join()


threading._register_atexit(_python_exit)


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a thread raised: the pool is of no use."""


class _WorkItem:
    """A call to be made, and the future that is to have its result."""

    def __init__(self, future, fn, args, kwargs):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs

    def run(self):
        """Make the call, unless it was cancelled."""
        if self.future.set_running_or_notify_cancel():
            try:
                result = self.fn(*self.args, **self.kwargs)
            except BaseException as error:
                self.future.set_exception(error)
                # The traceback refers to this frame, and so to the future.
                self = None
            else:
                self.future.set_result(result)

    __class_getitem__ = classmethod(types.GenericAlias)


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in a few threads, which are started when there is need for them."""

    _count = 0

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _processors() + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if not thread_name_prefix:
            thread_name_prefix = f'ThreadPoolExecutor-{ThreadPoolExecutor._count}'
            ThreadPoolExecutor._count += 1
        self._max_workers, self._thread_name_prefix = max_workers, thread_name_prefix
        self._initializer, self._initargs = initializer, initargs
        self._work_queue, self._threads = queue.SimpleQueue(), set()
        self._idle_semaphore, self._shutdown_lock = threading.Semaphore(0), threading.Lock()
        self._broken = self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _ending:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            name = f'{self._thread_name_prefix}_{count}'
            thread = threading.Thread(name=name, target=_work, args=(self,))
            # The program's end ends it; see `_python_exit`.
            thread.daemon = True
            self._threads.add(thread)
            if self not in _live:
                _live.append(self)
            thread.start()

    def _taken_back(self):
        """The calls that no thread has begun, taken out of the queue."""
        try:
            while True:
                item = self._work_queue.get_nowait()
                if item is not None:
                    yield item
        except queue.Empty:
            pass

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            for item in self._taken_back():
                item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            for item in self._taken_back() if cancel_futures else ():
                item.future.cancel()
            self._work_queue.put(None)
            if self in _live and wait:
                _live.remove(self)
        for thread in self._threads if wait else ():
            thread.join()


def _work(pool):
    if pool._initializer is not None:
        try:
            pool._initializer(*pool._initargs)
        except BaseException:
            _base.LOGGER.critical('Exception in initializer:', exc_info=True)
            pool._initializer_failed()
            return
    tasks = pool._work_queue
    while True:
        try:
            item = tasks.get_nowait()
        except queue.Empty:
            pool._idle_semaphore.release()
            item = tasks.get()
        if item is not None:
            item.run()
            del item
            continue
        if _ending or pool._shutdown:
            pool._shutdown = True
            # The others are to end as well.
            tasks.put(None)
            return
