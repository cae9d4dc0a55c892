"""Waiting for several tasks, with time limits and shields. What is used most is native."""

from asyncio import (_registered, _swap_current_task, ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future, Task, all_tasks,
                     create_task, current_task, ensure_future, gather, get_event_loop, get_running_loop, iscoroutine,
                     isfuture, sleep)

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for',
           'as_completed', 'sleep', 'gather', 'shield', 'ensure_future', 'run_coroutine_threadsafe',
           'current_task', 'all_tasks', 'create_eager_task_factory', 'eager_task_factory', '_register_task',
           '_unregister_task', '_enter_task', '_leave_task')


def __getattr__(name):
    # The native implementation keeps no such tables: each is made from what is known when it is asked for.
    if name == '_current_tasks':
        from asyncio import _get_running_loop
        loop = _get_running_loop()
        task = loop and current_task(loop)
        return {loop: task} if task else {}
    if name == '_scheduled_tasks':
        return all_tasks(get_event_loop())
    if name == '_eager_tasks':
        return set()
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait until futures or tasks are done: all, the first, or the first that fails."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = list(dict.fromkeys(fs))
    if any(iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, get_running_loop())


def _failed(fut):
    return not fut.cancelled() and fut.exception() is not None


# Whether one future that has ended ends the wait for all.
_ENDS_WAIT = {FIRST_COMPLETED: lambda fut: True, FIRST_EXCEPTION: _failed, ALL_COMPLETED: lambda fut: False}


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, waiter)
    ends_wait = _ENDS_WAIT[return_when]
    left = len(fs)

    def stop_timer():
        if timer is not None:
            timer.cancel()

    def _on_completion(fut):
        nonlocal left
        left -= 1
        if left <= 0 or ends_wait(fut):
            stop_timer()
            _release_waiter(waiter)

    for fut in fs:
        fut.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        stop_timer()
        for fut in fs:
            fut.remove_done_callback(_on_completion)
    done = {fut for fut in fs if fut.done()}
    return done, set(fs) - done


def _release_waiter(waiter, *_):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """Await one thing for no longer than some seconds; None is for ever."""
    if timeout is None or not timeout <= 0:
        from asyncio.timeouts import timeout as limit
        async with limit(timeout):
            return await fut
    # No time at all: what is not done already is cancelled.
    task = ensure_future(fut)
    if not task.done():
        await _cancel_and_wait(task)
        if task.cancelled():
            try:
                task.result()
            except CancelledError as error:
                raise TimeoutError from error
    return task.result()


async def _cancel_and_wait(fut):
    waiter = get_running_loop().create_future()

    def release(_):
        _release_waiter(waiter)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        # Waiting for the future itself could not be cancelled reliably.
        await waiter
    finally:
        fut.remove_done_callback(release)


class _AsCompletedIterator:
    """Gives futures as they finish, or, iterated plainly, coroutines that wait for the next one."""

    def __init__(self, aws, timeout):
        from asyncio.queues import Queue
        loop = get_event_loop()
        self._waited_for = waited_for = dict.fromkeys(ensure_future(aw, loop=loop) for aw in dict.fromkeys(aws))
        self._ended = Queue()
        self._promised = len(waited_for)
        self._timer = None
        for fut in waited_for:
            fut.add_done_callback(self._handle_completion)
        if waited_for and timeout is not None:
            self._timer = loop.call_later(timeout, self._handle_timeout)

    def _promise(self, end):
        """One of the futures is going to be given; `end` is raised if all have been."""
        if self._promised == 0:
            raise end
        self._promised -= 1

    def __iter__(self):
        return self

    def __next__(self):
        self._promise(StopIteration)
        return self._wait_for_one(resolve=True)

    def __aiter__(self):
        return self

    async def __anext__(self):
        self._promise(StopAsyncIteration)
        return await self._wait_for_one()

    async def _wait_for_one(self, resolve=False):
        fut = await self._ended.get()
        if fut is None:
            raise TimeoutError
        return fut.result() if resolve else fut

    def _handle_completion(self, fut):
        if self._waited_for:
            del self._waited_for[fut]
            self._ended.put_nowait(fut)
            if self._timer is not None and not self._waited_for:
                self._timer.cancel()

    def _handle_timeout(self):
        late = list(self._waited_for)
        self._waited_for.clear()
        for fut in late:
            fut.remove_done_callback(self._handle_completion)
            self._ended.put_nowait(None)


def as_completed(fs, *, timeout=None):
    """Give things or their results in the order in which they are done."""
    if isfuture(fs) or iscoroutine(fs) or hasattr(type(fs), '__await__'):
        raise TypeError(f'expects an iterable of awaitables, not {type(fs).__name__}')
    return _AsCompletedIterator(fs, timeout)


def shield(arg):
    """Await something that goes on when whoever waits is cancelled."""
    from asyncio.base_futures import _settle
    inner = ensure_future(arg)
    if inner.done():
        return inner
    get_loop = getattr(inner, 'get_loop', None)
    outer = (inner._loop if get_loop is None else get_loop()).create_future()

    def _inner_done_callback(ended):
        if ended.cancelled():
            outer.cancel()
            return
        # Asking for the error also says that somebody has seen it.
        error = ended.exception()
        if not outer.cancelled():
            _settle(outer, error, None if error is not None else ended.result())

    def _outer_done_callback(_):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    for fut, callback in ((inner, _inner_done_callback), (outer, _outer_done_callback)):
        fut.add_done_callback(callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Run a coroutine in the loop of another thread."""
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from concurrent.futures import Future as ThreadFuture
    promise = ThreadFuture()
    loop.call_soon_threadsafe(_begin_for_thread, coro, loop, promise)
    return promise


def _begin_for_thread(coro, loop, promise):
    from asyncio.futures import _chain_future
    try:
        _chain_future(ensure_future(coro, loop=loop), promise)
    except BaseException as error:
        # The thread that waits hears of it too, unless the program ends.
        if not isinstance(error, (KeyboardInterrupt, SystemExit)) and promise.set_running_or_notify_cancel():
            promise.set_exception(error)
        raise


def create_eager_task_factory(custom_task_constructor):
    """Create a task factory whose tasks begin to run at once."""

    def factory(loop, coro, *, name=None, context=None):
        options = {'loop': loop, 'name': name, 'context': context}
        return custom_task_constructor(coro, eager_start=True, **options)

    return factory


eager_task_factory = create_eager_task_factory(Task)


def _enter_task(loop, task):
    """Say that a task runs, for tasks of other makes."""
    _swap(loop, task, None, 'Cannot enter into task {task!r} while another task {current!r} is being executed.')


def _leave_task(loop, task):
    """Say that a task does not run any more."""
    _swap(loop, None, task, 'Leaving task {task!r} does not match the current task {current!r}.')


def _swap(loop, new, expected, complaint):
    current = current_task(loop)
    if current is not expected:
        raise RuntimeError(complaint.format(task=new or expected, current=current))
    _swap_current_task(loop, new)


def _register_task(task):
    """Have a task of another make among all_tasks()."""
    if task not in _registered:
        _registered.append(task)


def _unregister_task(task):
    """Take that back."""
    if task in _registered:
        _registered.remove(task)


_register_eager_task, _unregister_eager_task = _register_task, _unregister_task

# There is one implementation of tasks and of these functions, which goes by the names of both of the reference's.
_PyTask = _CTask = Task
for _name in ('current_task', '_register_task', '_register_eager_task', '_unregister_task', '_unregister_eager_task',
              '_enter_task', '_leave_task', '_swap_current_task'):
    for _make in ('_c_', '_py_'):
        globals()[_make + _name.removeprefix('_')] = globals()[_name]
del _name, _make
