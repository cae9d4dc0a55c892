"""Calls that are spread over some workers, which are threads."""

__all__ = ["Pool", "ThreadPool"]

import os
import queue
import threading


class AsyncResult:
    """What a call will give."""

    def __init__(self, callback=None, error_callback=None):
        self._event = threading.Event()
        self._callback, self._error_callback = callback, error_callback
        self._success = self._value = None

    def _set(self, success, value):
        self._success, self._value = success, value
        callback = self._callback if success else self._error_callback
        if callback:
            callback(value)
        self._event.set()

    def ready(self):
        """Whether it is there."""
        return self._event.is_set()

    def successful(self):
        """Whether no error was raised."""
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        """Wait until it is there."""
        self._event.wait(timeout)

    def get(self, timeout=None):
        """What was returned; what was raised is raised."""
        self.wait(timeout)
        if not self.ready():
            from multiprocessing import TimeoutError
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value


ApplyResult = MapResult = AsyncResult


class ThreadPool:
    """Workers that take calls."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._calls = queue.SimpleQueue()
        self._open = True
        self._threads = [threading.Thread(target=self._work, args=(initializer, initargs), daemon=True)
                         for _ in range(processes)]
        for thread in self._threads:
            thread.start()

    def _work(self, initializer, initargs):
        if initializer is not None:
            initializer(*initargs)
        while (call := self._calls.get()) is not None:
            function, args, kwds, result = call
            try:
                value, success = function(*args, **kwds), True
            except Exception as error:
                value, success = error, False
            result._set(success, value)

    def _check(self):
        if not self._open:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        """What a call returns."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """Begin a call."""
        self._check()
        result = AsyncResult(callback, error_callback)
        self._calls.put((func, args, kwds, result))
        return result

    def _each(self, func, argument_lists):
        self._check()
        return [self.apply_async(func, arguments) for arguments in argument_lists]

    def _together(self, func, argument_lists, callback, error_callback):
        """One result for several calls."""
        self._check()
        argument_lists = list(argument_lists)
        whole = AsyncResult(callback, error_callback)
        values = [None] * len(argument_lists)
        left = len(argument_lists)
        lock = threading.Lock()
        if not argument_lists:
            whole._set(True, [])

        def one(place):
            nonlocal left

            def done(value):
                nonlocal left
                with lock:
                    values[place] = value
                    left -= 1
                    is_last = left == 0
                if is_last and not whole.ready():
                    whole._set(True, values)

            def failed(error):
                with lock:
                    is_first = not whole.ready()
                if is_first:
                    whole._set(False, error)

            return done, failed

        for place, arguments in enumerate(argument_lists):
            self.apply_async(func, arguments, {}, *one(place))
        return whole

    def map(self, func, iterable, chunksize=None):
        """What the calls with each item return, in their order."""
        return self.map_async(func, iterable).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Begin the calls with each item."""
        return self._together(func, [(item,) for item in iterable], callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """What the calls with the items as arguments return, in their order."""
        return self.starmap_async(func, iterable).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Begin the calls with the items as arguments."""
        return self._together(func, [tuple(item) for item in iterable], callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        """What the calls return, one after the other, in their order."""
        results = self._each(func, [(item,) for item in iterable])
        return (result.get() for result in results)

    def imap_unordered(self, func, iterable, chunksize=1):
        """What the calls return, the first that is there first."""
        self._check()
        ready = queue.SimpleQueue()
        count = 0
        for item in iterable:
            self.apply_async(func, (item,), {}, lambda value: ready.put((True, value)), lambda error: ready.put((False, error)))
            count += 1

        def results():
            for _ in range(count):
                success, value = ready.get()
                if not success:
                    raise value
                yield value

        return results()

    def close(self):
        """Take no more calls."""
        if self._open:
            self._open = False
            for _ in self._threads:
                self._calls.put(None)

    def terminate(self):
        """Forget the calls that wait."""
        while True:
            try:
                self._calls.get_nowait()
            except queue.Empty:
                break
        self._open = True
        self.close()

    def join(self):
        """Wait until everything is done."""
        if self._open:
            raise ValueError("Pool is still running")
        for thread in self._threads:
            thread.join()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class Pool(ThreadPool):
    """Workers that would be processes, and are threads."""

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        from multiprocessing import process
        if not process._told:
            import sys
            process._told = True
            print("snakelet: multiprocessing runs processes as threads of this one", file=sys.stderr)
        super().__init__(processes, initializer, initargs)
