"""What carries bytes: abstract classes, and the buffer limits that writing ones share."""

__all__ = ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport', 'SubprocessTransport')


def _to_write():
    raise NotImplementedError


_PLAIN = 'self'
_KINDS = {
    _PLAIN: lambda: lambda self: _to_write(),
    'self, data': lambda: lambda self, data: _to_write(),
    'self, data, addr=None': lambda: lambda self, data, addr=None: _to_write(),
    'self, fd': lambda: lambda self, fd: _to_write(),
    'self, high=None, low=None': lambda: lambda self, high=None, low=None: _to_write(),
    'self, protocol': lambda: lambda self, protocol: _to_write(),
    'self, signal': lambda: lambda self, signal: _to_write(),
}
_TAKES = {'write': 'self, data', 'sendto': 'self, data, addr=None', 'get_pipe_transport': 'self, fd',
          'set_write_buffer_limits': 'self, high=None, low=None', 'set_protocol': 'self, protocol',
          'send_signal': 'self, signal'}


def _asks_for(**methods):
    """Give a class methods, by name with their docstrings, that each kind of such a transport writes itself."""

    def add(cls):
        for name, doc in methods.items():
            method = _KINDS[_TAKES.get(name, _PLAIN)]()
            method.__name__, method.__qualname__, method.__doc__ = name, f'{cls.__name__}.{name}', doc
            setattr(cls, name, method)
        return cls

    return add


@_asks_for(
    is_closing='Return True if the transport is closing or closed.',
    close='Close the transport when all that is buffered is written.',
    set_protocol='Set a new protocol.',
    get_protocol='Return the current protocol.',
)
class BaseTransport:
    """What all kinds of transports can do."""

    __slots__ = ('_extra',)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """Get optional transport information."""
        return self._extra.get(name, default)


class _OfProtocol:
    """The part of a transport that knows whom it serves, and whether it is being closed."""

    __slots__ = ()

    def is_closing(self):
        return self._closing

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def _report(self, message, error):
        """Tell the loop's exception handler of an error."""
        known = {'message': message, 'exception': error, 'transport': self, 'protocol': self._protocol}
        self._loop.call_exception_handler(known)


@_asks_for(
    is_reading='Return True if the transport is receiving.',
    pause_reading='Pause the receiving end.',
    resume_reading='Resume the receiving end.',
)
class ReadTransport(BaseTransport):
    """Only for reading."""

    __slots__ = ()


@_asks_for(
    set_write_buffer_limits='Set the high- and low-water limits for write flow control.',
    get_write_buffer_size='Return the current size of the write buffer.',
    get_write_buffer_limits='Get the low and high watermarks for write flow control.',
    write='Write some data bytes; does not block.',
    write_eof='Close the write end after flushing buffered data.',
    can_write_eof='Return True if this transport supports write_eof(), False if not.',
    abort='Close the transport at once; what is buffered is lost.',
)
class WriteTransport(BaseTransport):
    """Only for writing."""

    __slots__ = ()

    def writelines(self, list_of_data):
        """Write a list of data bytes."""
        self.write(b''.join(list_of_data))


class Transport(ReadTransport, WriteTransport):
    """For reading and writing."""

    __slots__ = ()


@_asks_for(
    sendto='Send data to an address, or to the one that the transport is connected to.',
    abort='Close the transport at once; what is buffered is lost.',
)
class DatagramTransport(BaseTransport):
    """For datagrams."""

    __slots__ = ()


@_asks_for(
    get_pid='Get subprocess id.',
    get_returncode='Get subprocess returncode; None while it runs.',
    get_pipe_transport='Get transport for pipe with number fd.',
    send_signal='Send signal to subprocess.',
    terminate='Stop the subprocess: SIGTERM.',
    kill='Kill the subprocess: SIGKILL.',
)
class SubprocessTransport(BaseTransport):
    """For a child process."""

    __slots__ = ()


class _FlowControlMixin(Transport):
    """Tells the protocol when the buffer is too full, and when it is not any more."""

    __slots__ = ('_loop', '_protocol_paused', '_high_water', '_low_water')

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        self._loop, self._protocol_paused = loop, False
        self._set_write_buffer_limits()

    def _set_write_buffer_limits(self, high=None, low=None):
        # Each limit that is not given comes from the other one.
        if high is None:
            high = 65536 if low is None else low * 4
        if low is None:
            low = high // 4
        if low < 0 or high < low:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._low_water, self._high_water = low, high

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_write_buffer_limits(high, low)
        self._maybe_pause_protocol()

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def _maybe_pause_protocol(self):
        if not self._protocol_paused and self.get_write_buffer_size() > self._high_water:
            self._protocol_paused = True
            self._tell('pause_writing')

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell('resume_writing')

    def _tell(self, method):
        try:
            getattr(self._protocol, method)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            _OfProtocol._report(self, f'protocol.{method}() failed', error)
