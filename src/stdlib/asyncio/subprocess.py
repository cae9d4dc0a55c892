"""Child processes whose pipes are streams."""

from asyncio import gather, get_running_loop, protocols, streams
from asyncio.base_futures import _settle

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

PIPE, STDOUT, DEVNULL = -1, -2, -3


# Of the child's streams, by descriptor.
_NAMES = ('stdin', 'stdout', 'stderr')


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):
    """Makes streams of the pipes of a child."""

    stdin = stdout = stderr = None
    _transport = None
    _process_exited = False

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        # The readers whose pipes have not ended yet, and all there ever were.
        self._open_readers, self._readers = set(), {}
        self._stdin_closed = self._loop.create_future()

    def __repr__(self):
        shown = ((name, getattr(self, name)) for name in _NAMES)
        return f"<{' '.join([type(self).__name__] + [f'{name}={end!r}' for name, end in shown if end is not None])}>"

    def connection_made(self, transport):
        self._transport = transport
        # The outputs first.
        for fd in (1, 2, 0):
            pipe = transport.get_pipe_transport(fd)
            if pipe is not None:
                setattr(self, _NAMES[fd], self._stream(fd, pipe))

    def _stream(self, fd, pipe):
        if fd == 0:
            return streams.StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)
        reader = self._readers[fd] = streams.StreamReader(limit=self._limit, loop=self._loop)
        self._open_readers.add(fd)
        reader.set_transport(pipe)
        return reader

    def pipe_data_received(self, fd, data):
        if fd in self._readers:
            self._readers[fd].feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            self._stdin_lost(exc)
        else:
            if fd in self._readers:
                streams._end(self._readers[fd], exc)
            self._open_readers.discard(fd)
            self._close_if_over()

    def _stdin_lost(self, exc):
        if self.stdin is not None:
            self.stdin.close()
        self.connection_lost(exc)
        _settle(self._stdin_closed, exc)
        if exc is not None:
            # Nobody has to wait for it.
            self._stdin_closed._log_traceback = False

    def process_exited(self):
        self._process_exited = True
        self._close_if_over()

    def _close_if_over(self):
        if self._process_exited and not self._open_readers:
            transport, self._transport = self._transport, None
            transport.close()

    def _get_close_waiter(self, stream):
        return self._stdin_closed if stream is self.stdin else None


class Process:
    """A child process."""

    def __init__(self, transport, protocol, loop):
        self._transport, self._protocol, self._loop = transport, protocol, loop
        self.pid = transport.get_pid()
        for name in _NAMES:
            setattr(self, name, getattr(protocol, name))

    def __repr__(self):
        return f'<{type(self).__name__} {self.pid}>'

    # What the transport does.

    @property
    def returncode(self):
        return self._transport.get_returncode()

    async def wait(self):
        """Wait for the end of the child; return its return code."""
        return await self._transport._wait()

    def kill(self):
        """Send SIGKILL."""
        self._transport.kill()

    def terminate(self):
        """Send SIGTERM."""
        self._transport.terminate()

    def send_signal(self, signal):
        """Send a signal to the child."""
        self._transport.send_signal(signal)

    # All of its streams at once.

    async def communicate(self, input=None):
        """Write the input, read both outputs to their ends, and wait for the process."""
        _, *outputs = await gather(*(self._part(fd, input) for fd in range(3)))
        await self.wait()
        return tuple(outputs)

    def _part(self, fd, input):
        if getattr(self, _NAMES[fd]) is None:
            return self._noop()
        return self._read_stream(fd) if fd else self._feed_stdin(input)

    async def _noop(self):
        pass

    async def _feed_stdin(self, input):
        stdin = self.stdin
        try:
            if input is not None:
                stdin.write(input)
            await stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            # The child need not read what it is sent.
            pass
        stdin.close()

    async def _read_stream(self, fd):
        pipe = self._transport.get_pipe_transport(fd)
        output = await getattr(self, _NAMES[fd]).read()
        pipe.close()
        return output


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds):
    """Start a child by the shell."""
    return await _start('subprocess_shell', limit, (cmd,), dict(kwds, stdin=stdin, stdout=stdout, stderr=stderr))


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT,
                                 **kwds):
    """Start a child."""
    return await _start('subprocess_exec', limit, (program, *args), dict(kwds, stdin=stdin, stdout=stdout, stderr=stderr))


async def _start(method, limit, args, kwds):
    loop = get_running_loop()
    transport, protocol = await getattr(loop, method)(lambda: SubprocessStreamProtocol(limit, loop), *args, **kwds)
    return Process(transport, protocol, loop)
