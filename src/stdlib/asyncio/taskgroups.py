"""Groups of tasks that end together."""

from asyncio import CancelledError, current_task, get_running_loop

__all__ = ('TaskGroup',)


class TaskGroup:
    """Waits at the end of its block for all its tasks; if one fails, the others are cancelled."""

    # What has happened so far, in the order in which it does.
    _entered = _exiting = _aborting = _parent_cancel_requested = False

    # Where it was entered; what ends the program; what waits for the last task.
    _loop = _parent_task = _base_error = _on_completed_fut = None

    def __init__(self):
        # A dict for its order: tasks are cancelled in the order in which they were created.
        self._tasks = {}
        self._errors = []

    def __repr__(self):
        shown = '<TaskGroup'
        if self._tasks:
            shown += f' tasks={len(self._tasks)}'
        if self._errors:
            shown += f' errors={len(self._errors)}'
        if self._aborting:
            shown += ' cancelling'
        elif self._entered:
            shown += ' entered'
        return shown + '>'

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        if self._loop is None:
            self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        self._entered = True
        return self

    async def __aexit__(self, et, exc, tb):
        self._exiting = True
        if exc is not None and self._base_error is None and _ends_program(exc):
            self._base_error = exc
        is_cancelled = et is not None and issubclass(et, CancelledError)
        cancellation = exc if is_cancelled else None
        if et is not None and not self._aborting:
            self._abort()
        # The parent may be cancelled any number of times meanwhile.
        while self._tasks:
            waiting = self._on_completed_fut = self._loop.create_future()
            try:
                await waiting
            except CancelledError as error:
                if not self._aborting:
                    cancellation = error
                    self._abort()
            self._on_completed_fut = None
        if self._base_error is not None:
            raise self._base_error
        if self._parent_cancel_requested:
            # That cancellation was ours; the parent goes on unless there is another.
            if self._parent_task.uncancel() == 0:
                cancellation = None
        if cancellation is not None and not self._errors:
            raise cancellation
        if et is not None and not is_cancelled:
            self._errors.append(exc)
        errors, self._errors = self._errors, None
        if errors:
            parent = self._parent_task
            if parent.cancelling():
                # Cancelled from outside as well: the next wait is where it shows.
                parent.uncancel()
                parent.cancel()
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', errors) from None

    def create_task(self, coro, *, name=None, context=None):
        """A task that the group waits for."""
        refusal = self._refusal()
        if refusal is not None:
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} {refusal}')
        options = {} if context is None else {'context': context}
        task = self._loop.create_task(coro, name=name, **options)
        if not task.done():
            self._tasks[task] = None
            task.add_done_callback(self._on_task_done)
        else:
            self._on_task_done(task)
        return task

    def _refusal(self):
        """Why it takes no task now."""
        if not self._entered:
            return 'has not been entered'
        if self._exiting and not self._tasks:
            return 'is finished'
        return 'is shutting down' if self._aborting else None

    def _abort(self):
        self._aborting = True
        for task in list(self._tasks):
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        waiting = self._on_completed_fut
        if waiting is not None and not self._tasks and not waiting.done():
            waiting.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if self._base_error is None and _ends_program(error):
            self._base_error = error
        parent = self._parent_task
        if parent.done():
            text = f'Task {task!r} has errored out but its parent task {parent} is already completed'
            self._loop.call_exception_handler({'message': text, 'exception': error, 'task': task})
        elif not (self._aborting or self._parent_cancel_requested):
            # The parent leaves its block wherever it stands; `__aexit__` takes the cancellation back.
            self._parent_cancel_requested = True
            self._abort()
            parent.cancel()


def _ends_program(error):
    return isinstance(error, (SystemExit, KeyboardInterrupt))
