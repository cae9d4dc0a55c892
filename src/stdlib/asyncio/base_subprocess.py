"""The transport of a child process."""

from asyncio import protocols, transports
from asyncio.base_futures import _settle_unless_cancelled
import warnings
import _subprocess

_PIPE = -1


class WriteSubprocessPipeProto(protocols.BaseProtocol):
    """The protocol of the pipe to the child's standard input."""

    pipe = None
    disconnected = False

    def __init__(self, proc, fd):
        self.proc, self.fd = proc, fd

    def __repr__(self):
        return '<{0.__class__.__name__} fd={0.fd} pipe={0.pipe!r}>'.format(self)

    # The child's transport hears of the end, and its protocol of a buffer that is full or empty.

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        self.disconnected = True
        of_child, self.proc = self.proc, None
        of_child._pipe_connection_lost(self.fd, exc)

    def pause_writing(self):
        self._protocol_of_child().pause_writing()

    def resume_writing(self):
        self._protocol_of_child().resume_writing()

    def _protocol_of_child(self):
        return self.proc._protocol


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, protocols.Protocol):
    """The protocol of a pipe from the child."""

    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)


# By descriptor in the child: the name, how our end is connected, and what listens to it.
_STREAMS = (
    ('stdin', 'connect_write_pipe', WriteSubprocessPipeProto),
    ('stdout', 'connect_read_pipe', ReadSubprocessPipeProto),
    ('stderr', 'connect_read_pipe', ReadSubprocessPipeProto),
)


class BaseSubprocessTransport(transports._OfProtocol, transports.SubprocessTransport):
    # Until the child runs.
    _proc = _pid = _returncode = None
    _closing = _finished = False

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None, extra=None, **kwargs):
        super().__init__(extra)
        self._loop = loop
        self.set_protocol(protocol)
        self._waiting_for_exit = []
        # Calls of the protocol from before it knows of the transport; None once they are made.
        self._early_calls = []
        self._pipes = {fd: None for fd, stream in enumerate((stdin, stdout, stderr)) if stream == _PIPE}
        try:
            self._start(args=args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=bufsize, **kwargs)
        except:
            self.close()
            raise
        self._extra['subprocess'] = self._proc
        self._pid = self._proc.pid
        loop.create_task(self._connect_pipes(waiter))

    def __repr__(self):
        parts = [type(self).__name__]
        parts += ['closed'] * self._closing
        parts += self._condition()
        for fd, pipe in self._connected():
            parts.append(f'{_STREAMS[fd][0]}={pipe}')
        return f"<{' '.join(parts)}>"

    def _condition(self):
        if self._pid is not None:
            yield f'pid={self._pid}'
        if self._returncode is not None:
            yield f'returncode={self._returncode}'
        else:
            yield 'not started' if self._pid is None else 'running'

    def _connected(self):
        return [(fd, proto.pipe) for fd, proto in self._pipes.items() if proto is not None]

    # The child.

    def get_pid(self):
        return self._pid

    def send_signal(self, signal):
        if self._proc is None:
            raise ProcessLookupError
        try:
            _subprocess.kill(self._proc.pid, signal)
        except ProcessLookupError:
            pass

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    def get_returncode(self):
        return self._returncode

    async def _wait(self):
        if self._returncode is None:
            self._waiting_for_exit.append(self._loop.create_future())
            return await self._waiting_for_exit[-1]
        return self._returncode

    def _process_exited(self, returncode):
        self._returncode = returncode
        # The object that started the child cannot find out any more.
        if self._proc.returncode is None:
            self._proc.returncode = returncode
        self._tell(self._protocol.process_exited)
        self._end_if_over()

    # Its pipes.

    def get_pipe_transport(self, fd):
        return self._pipes[fd].pipe if fd in self._pipes else None

    async def _connect_pipes(self, waiter):
        try:
            for fd, (name, connector, listener) in enumerate(_STREAMS):
                if (ours := getattr(self._proc, name)) is not None:
                    connect = getattr(self._loop, connector)
                    _, self._pipes[fd] = await connect(lambda: listener(self, fd), ours)
            early, self._early_calls = self._early_calls, None
            self._tell(self._protocol.connection_made, self)
            for call in early:
                self._tell(*call)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as failure:
            _settle_unless_cancelled(waiter, failure)
        else:
            _settle_unless_cancelled(waiter, None)

    def _pipe_data_received(self, fd, data):
        self._tell(self._protocol.pipe_data_received, fd, data)

    def _pipe_connection_lost(self, fd, exc):
        self._tell(self._protocol.pipe_connection_lost, fd, exc)
        self._end_if_over()

    # The protocol.

    def _tell(self, *call):
        if self._early_calls is None:
            self._loop.call_soon(*call)
        else:
            self._early_calls.append(call)

    # The end: when the child has exited and all pipes are closed.

    def close(self):
        if not self._closing:
            self._closing = True
            for _, pipe in self._connected():
                pipe.close()
            if self._proc is not None and self._returncode is None and self._proc.poll() is None:
                try:
                    self._proc.kill()
                except (ProcessLookupError, PermissionError):
                    pass

    def __del__(self):
        if not self._closing:
            warnings.warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self.close()

    def _end_if_over(self):
        if self._returncode is not None and all(proto and proto.disconnected for proto in self._pipes.values()):
            self._finished = True
            self._tell(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            waiting, self._waiting_for_exit = self._waiting_for_exit, None
            for waiter in waiting:
                _settle_unless_cancelled(waiter, None, self._returncode)
            self._protocol = self._proc = self._loop = None
