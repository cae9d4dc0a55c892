"""What loops do on Unix: signals, pipes, sockets of this machine, child processes."""

from _collections import deque
from asyncio import SelectorEventLoop, futures, transports
from asyncio.base_subprocess import BaseSubprocessTransport
from asyncio.events import DefaultEventLoopPolicy
import _signal
import _subprocess
import warnings

__all__ = ('SelectorEventLoop', 'AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'PidfdChildWatcher',
           'MultiLoopChildWatcher', 'ThreadedChildWatcher', 'DefaultEventLoopPolicy')

# What the system calls these errors.
_EADDRINUSE, _EINVAL, _EIO = 98, 22, 5

_ENDS_PROGRAM = (SystemExit, KeyboardInterrupt)
_LATER = (BlockingIOError, InterruptedError)
_PIPE = -1


# Signals.

def _check_signal(sig):
    if not isinstance(sig, int):
        raise TypeError(f'sig must be an int, not {sig!r}')
    if not 1 <= sig < _signal.NSIG:
        raise ValueError(f'invalid signal number {sig}')


def add_signal_handler(loop, sig, callback, *args):
    from asyncio import Handle, iscoroutine, iscoroutinefunction
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError('coroutines cannot be used with add_signal_handler()')
    _check_signal(sig)
    if loop.is_closed():
        raise RuntimeError('Event loop is closed')
    try:
        _signal._add_loop_handler(loop, sig, Handle(callback, args, loop, None))
    except OSError as exc:
        if exc.errno == _EINVAL:
            raise RuntimeError(f'sig {sig} cannot be caught')
        raise


def remove_signal_handler(loop, sig):
    _check_signal(sig)
    return _signal._remove_loop_handler(loop, sig)


# Sockets of this machine.

async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    import socket
    from asyncio.base_events import _connection_transport, _refuse_tls
    _refuse_tls(ssl)
    if server_hostname is not None:
        raise ValueError('server_hostname is only meaningful with ssl')
    if ssl_handshake_timeout is not None:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        path = _fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)
        try:
            sock.setblocking(False)
            await loop.sock_connect(sock, path)
        except:
            sock.close()
            raise
    else:
        if sock is None:
            raise ValueError('no path and sock were specified')
        if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')
    return await _connection_transport(loop, sock, protocol_factory)


def _fspath(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
                             cleanup_socket=True):
    import socket
    from asyncio import sleep
    from asyncio.base_events import Server, _refuse_tls
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    if ssl_handshake_timeout is not None and not ssl:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None and not ssl:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')
    _refuse_tls(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        path = _fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        if path[0] not in (0, '\x00'):
            # One that an earlier server has left behind is in the way.
            _subprocess.remove_socket(path)
        try:
            sock.bind(path)
        except OSError as exc:
            sock.close()
            if exc.errno == _EADDRINUSE:
                raise OSError(_EADDRINUSE, f'Address {path!r} is already in use') from None
            raise
        except:
            sock.close()
            raise
    else:
        if sock is None:
            raise ValueError('path was not specified, and no sock specified')
        if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')
    sock.setblocking(False)
    server = Server(loop, [sock], protocol_factory, ssl, backlog)
    if cleanup_socket:
        # The file goes with the server.
        server._path = sock.getsockname()
    if start_serving:
        server._start_serving()
        await sleep(0)
    return server


# Pipes.

async def connect_read_pipe(loop, protocol_factory, pipe):
    return await _connect_pipe(loop, _UnixReadPipeTransport, protocol_factory, pipe)


async def connect_write_pipe(loop, protocol_factory, pipe):
    return await _connect_pipe(loop, _UnixWritePipeTransport, protocol_factory, pipe)


async def _connect_pipe(loop, kind, protocol_factory, pipe):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = kind(loop, pipe, protocol, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


class _PipeTransport:
    """What both directions have in common."""

    def _open(self, loop, pipe, protocol, kinds, complaint):
        self._extra['pipe'] = pipe
        self._loop = loop
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        kind = _subprocess.kind(self._fileno)
        if kind not in kinds:
            self._pipe = self._fileno = self._protocol = None
            raise ValueError(complaint)
        _subprocess.set_blocking(self._fileno, False)
        return kind

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._pipe is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._fileno}')
        if self._pipe is None:
            info.append('closed')
        else:
            info.append('polling' if self._loop._is_watched(self._fileno, self._writes) else 'idle')
            if self._writes:
                info.append(f'bufsize={self.get_write_buffer_size()}')
        return f'<{" ".join(info)}>'

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def __del__(self):
        if self._pipe is not None:
            warnings.warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._pipe.close()

    def _fatal_error(self, exc, message='Fatal error on pipe transport'):
        if not (isinstance(exc, OSError) and (self._writes or exc.errno == _EIO)):
            self._loop.call_exception_handler({
                'message': message,
                'exception': exc,
                'transport': self,
                'protocol': self._protocol,
            })
        self._close(exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = None
            self._protocol = None
            self._loop = None


class _UnixReadPipeTransport(_PipeTransport, transports.ReadTransport):
    max_size = 256 * 1024
    _writes = False
    _pipe = None

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        transports.ReadTransport.__init__(self, extra)
        self._paused = False
        self._open(loop, pipe, protocol, ('pipe', 'socket', 'character device'),
                   'Pipe transport is for pipes/sockets only.')
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def _add_reader(self, fd, callback):
        if self.is_reading():
            self._loop._add_reader(fd, callback)

    def is_reading(self):
        return not self._paused and not self._closing

    def _read_ready(self):
        try:
            data = _subprocess.read(self._fileno, self.max_size)
        except _LATER:
            pass
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on pipe transport')
        else:
            if data:
                self._protocol.data_received(data)
                return
            self._closing = True
            self._loop._remove_reader(self._fileno)
            self._loop.call_soon(self._protocol.eof_received)
            self._loop.call_soon(self._call_connection_lost, None)

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._fileno)

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._loop._add_reader(self._fileno, self._read_ready)

    def close(self):
        if not self._closing:
            self._close(None)

    def _close(self, exc):
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)


class _UnixWritePipeTransport(_PipeTransport, transports._FlowControlMixin, transports.WriteTransport):
    _writes = True
    _pipe = None

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        transports._FlowControlMixin.__init__(self, extra, loop)
        self._buffer = bytearray()
        self._conn_lost = 0
        kind = self._open(loop, pipe, protocol, ('pipe', 'socket', 'character device'),
                          'Pipe transport is only for pipes, sockets and character devices')
        loop.call_soon(self._protocol.connection_made, self)
        if kind != 'character device':
            # That something can be read means that the other end was closed.
            loop.call_soon(loop._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        if self._buffer:
            self._close(BrokenPipeError())
        else:
            self._close()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise AssertionError(repr(data))
        if isinstance(data, bytearray):
            data = memoryview(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            if self._conn_lost >= 5:
                from asyncio.log import logger
                logger.warning('pipe closed by peer or os.write(pipe, data) raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                n = _subprocess.write(self._fileno, data)
            except _LATER:
                n = 0
            except _ENDS_PROGRAM:
                raise
            except BaseException as exc:
                self._conn_lost += 1
                self._fatal_error(exc, 'Fatal write error on pipe transport')
                return
            if n == len(data):
                return
            if n > 0:
                data = memoryview(data)[n:]
            self._loop._add_writer(self._fileno, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_ready(self):
        try:
            n = _subprocess.write(self._fileno, self._buffer)
        except _LATER:
            return
        except _ENDS_PROGRAM:
            raise
        except BaseException as exc:
            self._buffer.clear()
            self._conn_lost += 1
            self._loop._remove_writer(self._fileno)
            self._fatal_error(exc, 'Fatal write error on pipe transport')
            return
        del self._buffer[:n]
        if not self._buffer:
            self._loop._remove_writer(self._fileno)
            self._maybe_resume_protocol()
            if self._closing:
                self._loop._remove_reader(self._fileno)
                self._call_connection_lost(None)
            return
        self._maybe_resume_protocol()

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            self._loop._remove_reader(self._fileno)
            self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if self._pipe is not None and not self._closing:
            self.write_eof()

    def abort(self):
        self._close(None)

    def _close(self, exc=None):
        self._closing = True
        if self._buffer:
            self._loop._remove_writer(self._fileno)
        self._buffer.clear()
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)


# Child processes.

class _UnixSubprocessTransport(BaseSubprocessTransport):
    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        import subprocess
        own = None
        if stdin == _PIPE:
            # A socket tells when the child closes its end; a pipe does not everywhere.
            import socket
            stdin, own = socket.socketpair()
            # The child expects reads that wait.
            _subprocess.set_blocking(stdin.fileno(), True)
        try:
            self._proc = subprocess.Popen(
                args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, universal_newlines=False,
                bufsize=bufsize, **kwargs)
            if own is not None:
                stdin.close()
                self._proc.stdin = own
                own = None
        finally:
            if own is not None:
                stdin.close()
                own.close()


async def _make_subprocess_transport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
    waiter = loop.create_future()
    transport = _UnixSubprocessTransport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter,
                                         **kwargs)
    _watch_child(loop, transport)
    try:
        await waiter
    except _ENDS_PROGRAM:
        raise
    except BaseException:
        transport.close()
        await transport._wait()
        raise
    return transport


def _watch_child(loop, transport):
    pid = transport.get_pid()
    pidfd = _subprocess.pidfd_open(pid)

    def ended():
        loop._remove_reader(pidfd)
        _subprocess.close(pidfd)
        try:
            status = _subprocess.status(pid)
        except ChildProcessError:
            # Somebody else has asked how it ended.
            status = 255
        loop.call_soon_threadsafe(transport._process_exited, status)

    loop._add_reader(pidfd, ended)


def _check_popen_arguments(universal_newlines, shell, shell_wanted, bufsize, text, encoding, errors):
    if universal_newlines:
        raise ValueError('universal_newlines must be False')
    if shell is not shell_wanted:
        raise ValueError(f'shell must be {shell_wanted}')
    if bufsize != 0:
        raise ValueError('bufsize must be 0')
    if text:
        raise ValueError('text must be False')
    if encoding is not None:
        raise ValueError('encoding must be None')
    if errors is not None:
        raise ValueError('errors must be None')


async def subprocess_shell(loop, protocol_factory, cmd, *, stdin=_PIPE, stdout=_PIPE, stderr=_PIPE,
                           universal_newlines=False, shell=True, bufsize=0, encoding=None, errors=None, text=None,
                           **kwargs):
    if not isinstance(cmd, (bytes, str)):
        raise ValueError('cmd must be a string')
    _check_popen_arguments(universal_newlines, shell, True, bufsize, text, encoding, errors)
    protocol = protocol_factory()
    transport = await _make_subprocess_transport(loop, protocol, cmd, True, stdin, stdout, stderr, bufsize, **kwargs)
    return transport, protocol


async def subprocess_exec(loop, protocol_factory, program, *args, stdin=_PIPE, stdout=_PIPE, stderr=_PIPE,
                          universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None,
                          **kwargs):
    _check_popen_arguments(universal_newlines, shell, False, bufsize, text, encoding, errors)
    popen_args = (program,) + args
    protocol = protocol_factory()
    transport = await _make_subprocess_transport(
        loop, protocol, popen_args, False, stdin, stdout, stderr, bufsize, **kwargs)
    return transport, protocol


class AbstractChildWatcher:
    """Child watchers do nothing any more: each loop watches its children itself."""

    def __init_subclass__(cls):
        if cls.__module__ != __name__:
            warnings._deprecated('AbstractChildWatcher',
                                 '{name!r} is deprecated as of Python 3.12 and will be removed in Python {remove}.',
                                 remove=(3, 14))

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        raise NotImplementedError()

    def attach_loop(self, loop):
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class PidfdChildWatcher(AbstractChildWatcher):
    """Watches children by descriptors of them."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_traceback):
        pass

    def is_active(self):
        return True

    def close(self):
        pass

    def attach_loop(self, loop):
        pass

    def add_child_handler(self, pid, callback, *args):
        from asyncio import get_running_loop
        loop = get_running_loop()
        pidfd = _subprocess.pidfd_open(pid)

        def ended():
            loop._remove_reader(pidfd)
            _subprocess.close(pidfd)
            try:
                status = _subprocess.status(pid)
            except ChildProcessError:
                status = 255
            callback(pid, status, *args)

        loop._add_reader(pidfd, ended)

    def remove_child_handler(self, pid):
        return True


class ThreadedChildWatcher(PidfdChildWatcher):
    """An old name."""


class MultiLoopChildWatcher(PidfdChildWatcher):
    """An old name."""


class SafeChildWatcher(PidfdChildWatcher):
    """An old name."""


class FastChildWatcher(PidfdChildWatcher):
    """An old name."""
