"""What hears of connections, datagrams and subprocesses."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What all kinds of protocols hear of."""

    __slots__ = ()

    def connection_made(self, transport):
        """Called when a connection is made."""

    def connection_lost(self, exc):
        """Called when the connection is lost or closed; None means by our own wish or the peer's."""

    def pause_writing(self):
        """Called when the transport's buffer goes over the high-water mark."""

    def resume_writing(self):
        """Called when the transport's buffer drains below the low-water mark."""


class Protocol(BaseProtocol):
    """Hears of a stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Called when some data is received."""

    def eof_received(self):
        """Called when the other end will send no more; a true result keeps the transport open."""


class BufferedProtocol(BaseProtocol):
    """Hears of a stream of bytes that come into its own buffer."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Called to get a buffer for what comes next."""

    def buffer_updated(self, nbytes):
        """Called when the buffer has received so many bytes."""

    def eof_received(self):
        """Called when the other end will send no more; a true result keeps the transport open."""


class DatagramProtocol(BaseProtocol):
    """Hears of datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """Called when some datagram is received."""

    def error_received(self, exc):
        """Called when a send or receive operation raises an OSError."""


class SubprocessProtocol(BaseProtocol):
    """Hears of a child process."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """Called when the child writes to its standard output (1) or standard error (2)."""

    def pipe_connection_lost(self, fd, exc):
        """Called when a pipe to the child is closed."""

    def process_exited(self):
        """Called when the child has exited."""


def _feed_data_to_buffered_proto(proto, data):
    left = len(data)
    while left:
        buf = proto.get_buffer(left)
        size = len(buf)
        if not size:
            raise RuntimeError('get_buffer() returned an empty buffer')
        if size >= left:
            buf[:left] = data
            proto.buffer_updated(left)
            return
        buf[:size] = data[:size]
        proto.buffer_updated(size)
        data = data[size:]
        left = len(data)
