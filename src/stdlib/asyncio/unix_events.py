"""What loops do on Unix: signals, pipes, sockets of this machine, child processes."""

from asyncio import SelectorEventLoop
from asyncio.base_subprocess import BaseSubprocessTransport
from asyncio.events import DefaultEventLoopPolicy, _deprecated
from asyncio.unix_pipes import _UnixReadPipeTransport, _UnixWritePipeTransport
import _signal
import _subprocess
import errno
import os
import signal
import socket
import stat
import subprocess
import warnings

__all__ = ('SelectorEventLoop', 'AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'PidfdChildWatcher',
           'MultiLoopChildWatcher', 'ThreadedChildWatcher', 'DefaultEventLoopPolicy', 'EventLoop')

_ENDS_PROGRAM = (SystemExit, KeyboardInterrupt)

# What stands for the end of a child that somebody else has asked about.
_UNKNOWN = 255

_UnixSelectorEventLoop = EventLoop = SelectorEventLoop
_UnixDefaultEventLoopPolicy = DefaultEventLoopPolicy


def __getattr__(name):
    # logging is big: it is read when the logger is first asked for.
    if name == 'logger':
        from asyncio.log import logger
        return logger
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def can_use_pidfd():
    """Whether the system tells of the ends of children by descriptors; here that is needed."""
    return True


# Signals.

def _check_signal(loop, sig):
    if not isinstance(sig, int):
        raise TypeError(f'sig must be an int, not {sig!r}')
    if sig not in range(1, _signal.NSIG):
        raise ValueError(f'invalid signal number {sig}')


def add_signal_handler(loop, sig, callback, *args):
    from asyncio import Handle, iscoroutine, iscoroutinefunction
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError('coroutines cannot be used with add_signal_handler()')
    _check_signal(loop, sig)
    loop._check_closed()
    try:
        _signal._add_loop_handler(loop, sig, Handle(callback, args, loop, None))
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        raise RuntimeError(f'sig {sig} cannot be caught')


def remove_signal_handler(loop, sig):
    _check_signal(loop, sig)
    return _signal._remove_loop_handler(loop, sig)


# Sockets of this machine.

def _check_unix_stream(sock, complaint):
    if sock is None:
        raise ValueError(complaint)
    if (sock.family, sock.type) != (socket.AF_UNIX, socket.SOCK_STREAM):
        raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')


def _check_one_given(path, sock):
    if path is not None and sock is not None:
        raise ValueError('path and sock can not be specified at the same time')


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    from asyncio.base_events import _Closing, _check_tls_options, _connection_transport
    if ssl and server_hostname is None:
        raise ValueError('you have to pass server_hostname when using ssl')
    _check_tls_options(ssl, server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
                       ssl_shutdown_timeout=ssl_shutdown_timeout)
    _check_one_given(path, sock)
    if path is None:
        _check_unix_stream(sock, 'no path and sock were specified')
        sock.setblocking(False)
    else:
        with _Closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)) as sock:
            sock.setblocking(False)
            await loop.sock_connect(sock, os.fspath(path))
    return await _connection_transport(loop, sock, protocol_factory)


class _SocketFile:
    """The file of a socket of this machine, which goes with its server unless another has taken its place."""

    def __init__(self, path):
        self.path = path
        self.number = None
        if path and path[0] not in (0, '\x00'):
            try:
                self.number = os.stat(path).st_ino
            except FileNotFoundError:
                pass

    def remove(self):
        try:
            if self.number is not None and os.stat(self.path).st_ino == self.number:
                os.unlink(self.path)
        except FileNotFoundError:
            pass
        except OSError as error:
            from asyncio.log import logger
            logger.error('Unable to clean up listening UNIX socket %r: %r', self.path, error)


def _bound_to(path):
    """A socket with a file of its own."""
    from asyncio.base_events import _Closing
    with _Closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as sock:
        if path[0] not in (0, '\x00'):
            _remove_left_behind(path)
        try:
            sock.bind(path)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise OSError(errno.EADDRINUSE, f'Address {path!r} is already in use') from None
        return sock


def _remove_left_behind(path):
    """A socket that an earlier server has left behind is in the way."""
    try:
        if stat.S_ISSOCK(os.stat(path).st_mode):
            os.remove(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        from asyncio.log import logger
        logger.error('Unable to check or remove stale UNIX socket %r: %r', path, error)


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
                             cleanup_socket=True):
    from asyncio.base_events import Server, _check_tls_options
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    _check_tls_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
    _check_one_given(path, sock)
    if path is None:
        _check_unix_stream(sock, 'path was not specified, and no sock specified')
    else:
        sock = _bound_to(os.fspath(path))
    sock.setblocking(False)
    server = Server(loop, [sock], protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
    if cleanup_socket:
        server._path = _SocketFile(sock.getsockname())
    if start_serving:
        await server.start_serving()
    return server


# Pipes.

def _make_read_pipe_transport(loop, pipe, protocol, waiter=None, extra=None):
    return _UnixReadPipeTransport(loop, pipe, protocol, waiter, extra)


def _make_write_pipe_transport(loop, pipe, protocol, waiter=None, extra=None):
    return _UnixWritePipeTransport(loop, pipe, protocol, waiter, extra)


async def connect_read_pipe(loop, protocol_factory, pipe):
    return await _connect_pipe(loop, loop._make_read_pipe_transport, protocol_factory, pipe)


async def connect_write_pipe(loop, protocol_factory, pipe):
    return await _connect_pipe(loop, loop._make_write_pipe_transport, protocol_factory, pipe)


async def _connect_pipe(loop, make, protocol_factory, pipe):
    from asyncio.base_events import _begun
    protocol, waiter = protocol_factory(), loop.create_future()
    transport = await _begun(make(pipe, protocol, waiter), waiter)
    if loop.get_debug():
        from asyncio.log import logger
        logger.debug('%s pipe connected: (%r, %r)', 'Write' if transport._writes else 'Read', transport, protocol)
    return transport, protocol


# Child processes.

class _UnixSubprocessTransport(BaseSubprocessTransport):
    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        self._proc = subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=bufsize,
                                      universal_newlines=False, **kwargs)


async def _make_subprocess_transport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None, **kwargs):
    waiter = loop.create_future()
    transport = _UnixSubprocessTransport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter,
                                         extra=extra, **kwargs)
    _watch_child(loop, transport.get_pid(),
                 lambda pid, status: loop.call_soon_threadsafe(transport._process_exited, status))
    try:
        await waiter
    except _ENDS_PROGRAM:
        raise
    except BaseException:
        transport.close()
        await transport._wait()
        raise
    return transport


def _watch_child(loop, pid, callback, *args):
    """Have a callback called with how the child has ended, once it has."""
    watched = _subprocess.pidfd_open(pid)

    def ended():
        loop._remove_reader(watched)
        _subprocess.close(watched)
        try:
            status = _subprocess.status(pid)
        except ChildProcessError:
            status = _UNKNOWN
            from asyncio.log import logger
            logger.warning('child process pid %d exit status already read:  will report returncode 255', pid)
        callback(pid, status, *args)

    loop._add_reader(watched, ended)


# Options of Popen that asyncio has no use for, each with the value that it may have.
_FIXED = {'universal_newlines': False, 'shell': None, 'bufsize': 0, 'text': False, 'encoding': None, 'errors': None}


def _check_popen_options(shell, given):
    for name, wanted in (_FIXED | {'shell': shell}).items():
        value = given.pop(name, wanted)
        # A number says how big a buffer is; all else is there or not.
        if value != wanted if name == 'bufsize' else bool(value) != bool(wanted) or name == 'encoding' and value == '':
            raise ValueError(f'{name} must be {wanted}')


async def _start_child(loop, protocol_factory, args, what, shell, options):
    _check_popen_options(shell, options)
    streams = [options.pop(name, subprocess.PIPE) for name in ('stdin', 'stdout', 'stderr')]
    protocol = protocol_factory()
    log = None
    if loop.get_debug():
        from asyncio.log import logger as log
        shown = [f'{name}={_shown_pipe(stream)}' for name, stream in zip(('stdin', 'stdout', 'stderr'), streams)
                 if stream is not None]
        # The arguments are left out: they may be secret.
        log.debug(' '.join([what] + shown))
    transport = await loop._make_subprocess_transport(protocol, args, shell, *streams, 0, **options)
    if log is not None:
        log.info('%s: %r', what, transport)
    return transport, protocol


def _shown_pipe(stream):
    return {subprocess.PIPE: '<pipe>', subprocess.STDOUT: '<stdout>'}.get(stream) or repr(stream)


async def subprocess_shell(loop, protocol_factory, cmd, **options):
    if not isinstance(cmd, (bytes, str)):
        raise ValueError('cmd must be a string')
    return await _start_child(loop, protocol_factory, cmd, f'run shell command {cmd!r}', True, options)


async def subprocess_exec(loop, protocol_factory, program, *args, **options):
    return await _start_child(loop, protocol_factory, (program, *args), f'execute program {program!r}', False, options)


def _refused():
    raise NotImplementedError()


class AbstractChildWatcher:
    """Child watchers do nothing any more: each loop watches its children itself."""

    def __init_subclass__(cls):
        if cls.__module__ != __name__:
            _deprecated('AbstractChildWatcher')


for _name, _method in (
        ('add_child_handler', lambda self, pid, callback, *args: _refused()),
        ('remove_child_handler', lambda self, pid: _refused()), ('attach_loop', lambda self, loop: _refused()),
        ('close', lambda self: _refused()), ('is_active', lambda self: _refused()),
        ('__enter__', lambda self: _refused()), ('__exit__', lambda self, a, b, c: _refused())):
    _method.__name__, _method.__qualname__ = _name, f'AbstractChildWatcher.{_name}'
    setattr(AbstractChildWatcher, _name, _method)
del _name, _method


class PidfdChildWatcher(AbstractChildWatcher):
    """Watches children by descriptors of them."""

    # There is nothing to begin and nothing to end.

    def close(self): pass

    def attach_loop(self, loop): pass

    def is_active(self): return True

    def remove_child_handler(self, pid): return True

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_traceback): pass

    def add_child_handler(self, pid, callback, *args):
        from asyncio import get_running_loop
        _watch_child(get_running_loop(), pid, callback, *args)


class ThreadedChildWatcher(PidfdChildWatcher):
    """An old name: no thread is needed."""

    def __init__(self):
        self._threads = {}


def _warns(self):
    _deprecated(type(self).__name__)


for _name in 'MultiLoopChildWatcher', 'SafeChildWatcher', 'FastChildWatcher':
    _parts = {'__doc__': 'An old name.', '__module__': __name__, '__init__': _warns}
    globals()[_name] = type(_name, (PidfdChildWatcher,), _parts)
del _name, _parts
