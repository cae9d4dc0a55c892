"""Help with the with statement."""
import sys
from abc import ABC, abstractmethod
from functools import update_wrapper, wraps

__all__ = [
    'asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
    'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout',
    'redirect_stderr', 'suppress', 'aclosing', 'chdir',
]

_GenericAlias = type(list[int])


def _has_methods(cls, *names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    """What works in a with statement."""

    __class_getitem__ = classmethod(_GenericAlias)
    __slots__ = ()

    def __enter__(self):
        """Give what `as` binds: the object itself."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Hear how the block ended; a true answer swallows an exception."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _has_methods(C, '__enter__', '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """What works in an async with statement."""

    __class_getitem__ = classmethod(_GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        """Give what `as` binds: the object itself."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Hear how the block ended; a true answer swallows an exception."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _has_methods(C, '__aenter__', '__aexit__')
        return NotImplemented


class ContextDecorator:
    """Lets a context manager decorate functions, which then run inside it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return update_wrapper(inner, func)


class AsyncContextDecorator:
    """Lets an async context manager decorate coroutine functions, which then run inside it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return update_wrapper(inner, func)


class _GeneratorContextManagerBase:
    """What both kinds of managers made of generators share."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        own = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if own is None else own

    def _recreate_cm(self):
        # A generator runs once: a decorated function needs a new one for each call.
        return self.__class__(self.func, self.args, self.kwds)

    # How the generator says that it is at its end, and which exceptions thrown into it come back inside a RuntimeError.
    _end = StopIteration
    _converted = StopIteration

    def _swallows(self, raised, thrown, traceback):
        """What an exit answers when this came out of the generator; None if it is an exception of the generator's own.

        What comes out as it went in, or as Python converted it, is the block's: it goes on as if there had been no
        generator, with the traceback that it had.
        """
        if isinstance(raised, self._end):
            return raised is not thrown
        if raised is not thrown:
            is_converted = isinstance(raised, RuntimeError) and isinstance(thrown, self._converted)
            if not is_converted or raised.__cause__ is not thrown:
                return None
        thrown.__traceback__ = traceback
        return False


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """The manager that @contextmanager makes."""

    def __enter__(self):
        # The arguments would only keep things alive.
        del self.args, self.kwds, self.func
        generator = self.gen
        try:
            return next(generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        generator = self.gen
        if typ is None:
            complaint = "generator didn't stop"
            try:
                next(generator)
            except StopIteration:
                return False
        else:
            complaint = "generator didn't stop after throw()"
            thrown = typ() if value is None else value
            try:
                generator.throw(thrown)
            except BaseException as raised:
                answer = self._swallows(raised, thrown, traceback)
                if answer is None:
                    raise
                return answer
        try:
            raise RuntimeError(complaint)
        finally:
            generator.close()


class _AsyncGeneratorContextManager(
    _GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator,
):
    """The manager that @asynccontextmanager makes."""

    _end = StopAsyncIteration
    _converted = (StopIteration, StopAsyncIteration)

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        generator = self.gen
        try:
            return await anext(generator)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        generator = self.gen
        if typ is None:
            complaint = "generator didn't stop"
            try:
                await anext(generator)
            except StopAsyncIteration:
                return False
        else:
            complaint = "generator didn't stop after athrow()"
            thrown = typ() if value is None else value
            try:
                await generator.athrow(thrown)
            except BaseException as raised:
                answer = self._swallows(raised, thrown, traceback)
                if answer is None:
                    raise
                return answer
        try:
            raise RuntimeError(complaint)
        finally:
            await generator.aclose()


def _factory(manager, func):
    """A function that takes the arguments of a generator function and gives managers of its generators."""
    @wraps(func)
    def helper(*args, **kwds):
        return manager(func, args, kwds)
    return helper


def contextmanager(func):
    """Make a generator function into a function that gives context managers: the block runs where it yields."""
    return _factory(_GeneratorContextManager, func)


def asynccontextmanager(func):
    """Make an async generator function into a function that gives async context managers."""
    return _factory(_AsyncGeneratorContextManager, func)


class _Holding:
    """Has a thing that is given to the block."""

    def __init__(self, thing):
        self.thing = thing


class closing(_Holding, AbstractContextManager):
    """Closes a thing at the end of the block."""

    def __exit__(self, *exc_info):
        self.thing.close()

    def __enter__(self):
        return self.thing


class aclosing(_Holding, AbstractAsyncContextManager):
    """Closes a thing by its aclose() at the end of the block."""

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()

    async def __aenter__(self):
        return self.thing


class _RedirectStream(AbstractContextManager):
    """Puts another file in the place of a stream of sys; the same one may be entered again inside."""

    def __init__(self, new_target):
        self._new_target, self._old_targets = new_target, []

    def __enter__(self):
        name, target = self._stream, self._new_target
        self._old_targets.append(getattr(sys, name))
        setattr(sys, name, target)
        return target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is printed to another file meanwhile."""

    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """Sends standard error to another file meanwhile."""

    _stream = 'stderr'


class suppress(AbstractContextManager):
    """Swallows exceptions of the given classes; of a group, those inside it."""

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        swallowed = issubclass(exctype, self._exceptions)
        if swallowed or not issubclass(exctype, BaseExceptionGroup):
            return swallowed
        _, left = excinst.split(self._exceptions)
        if left is not None:
            raise left
        return True

    def __init__(self, *exceptions):
        self._exceptions = exceptions


def _bind(cm, name, *more):
    """The special methods of a manager's class, or the error that a with statement would raise."""
    cls = type(cm)
    try:
        return tuple(getattr(cls, each) for each in (name, *more))
    except AttributeError:
        kind = 'asynchronous context manager' if name == '__aenter__' else 'context manager'
        raise TypeError(
            f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind} protocol"
        ) from None


class _BaseExitStack:
    """What both kinds of stacks share. An entry says whether it is synchronous, and what to call."""

    def __init__(self):
        from collections import deque
        self._exit_callbacks = deque()

    def pop_all(self):
        """Move everything to a new stack, so that it is not run here."""
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        from collections import deque
        self._exit_callbacks = deque()
        return new_stack

    def push(self, exit):
        """Add the exit of a manager, or a function that is called as one."""
        method = getattr(type(exit), '__exit__', None)
        if method is None:
            self._push_exit_callback(exit)
        else:
            self._push_cm_exit(exit, method)
        return exit

    def enter_context(self, cm):
        """Enter a manager now; it is left when the stack is."""
        enter, leave = _bind(cm, '__enter__', '__exit__')
        result = enter(cm)
        self._push_cm_exit(cm, leave)
        return result

    def callback(self, callback, /, *args, **kwds):
        """Call a function at the end, whatever happened."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(_exit_wrapper)
        return callback

    def _push_cm_exit(self, cm, cm_exit):
        from types import MethodType
        self._push_exit_callback(MethodType(cm_exit, cm), True)

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))


def _fix_exception_context(new_exc, old_exc, frame_exc):
    """Let the context of an exception raised at an exit be the one that the with statements would have set."""
    earlier = new_exc.__context__
    while earlier is not None and earlier is not old_exc:
        if earlier is frame_exc:
            new_exc.__context__ = old_exc
            return
        new_exc, earlier = earlier, earlier.__context__


def _reraise(exc):
    """Raise an exception without touching its context."""
    fixed = exc.__context__
    try:
        raise exc
    except BaseException:
        exc.__context__ = fixed
        raise


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Managers and functions gathered while the block runs, left and called in reverse order at its end."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        frame_exc = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if callback(*details):
                    suppressed, pending, exc = True, False, None
            except BaseException as new_exc:
                _fix_exception_context(new_exc, exc, frame_exc)
                pending, exc = True, new_exc
        if pending:
            _reraise(exc)
        return received and suppressed

    def close(self):
        """Leave and call everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """As ExitStack, with async managers and coroutine functions too."""

    async def enter_async_context(self, cm):
        """Enter an async manager now; it is left when the stack is."""
        enter, leave = _bind(cm, '__aenter__', '__aexit__')
        result = await enter(cm)
        self._push_async_cm_exit(cm, leave)
        return result

    def push_async_exit(self, exit):
        """Add the exit of an async manager, or a coroutine function that is called as one."""
        method = getattr(type(exit), '__aexit__', None)
        if method is None:
            self._push_exit_callback(exit, False)
        else:
            self._push_async_cm_exit(exit, method)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Await what a coroutine function gives at the end, whatever happened."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(_exit_wrapper, False)
        return callback

    async def aclose(self):
        """Leave and call everything now."""
        await self.__aexit__(None, None, None)

    def _push_async_cm_exit(self, cm, cm_exit):
        from types import MethodType
        self._push_exit_callback(MethodType(cm_exit, cm), False)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        frame_exc = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                answer = callback(*details)
                if not is_sync:
                    answer = await answer
                if answer:
                    suppressed, pending, exc = True, False, None
            except BaseException as new_exc:
                _fix_exception_context(new_exc, exc, frame_exc)
                pending, exc = True, new_exc
        if pending:
            _reraise(exc)
        return received and suppressed


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """A manager that does nothing, where one is optional."""

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aexit__(self, *excinfo):
        pass

    def __init__(self, enter_result=None):
        self.enter_result = enter_result


class chdir(AbstractContextManager):
    """Works in another directory meanwhile."""

    def __init__(self, path):
        self.path, self._old_cwd = path, []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())
