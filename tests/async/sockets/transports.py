import asyncio


class Server(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        events.append("server made")

    def data_received(self, data):
        events.append(("server data", data))
        self.transport.write(data[::-1])

    def eof_received(self):
        events.append("server eof")

    def connection_lost(self, error):
        events.append(("server lost", error))
        over.set_result(None)


class Client(asyncio.Protocol):
    def connection_made(self, transport):
        events.append("client made")
        transport.write(b"abc")

    def data_received(self, data):
        events.append(("client data", data))
        received.set_result(None)

    def connection_lost(self, error):
        events.append(("client lost", error))


class Buffered(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(3)

    def get_buffer(self, hint):
        return self.buffer

    def buffer_updated(self, count):
        events.append(bytes(self.buffer[:count]))
        if events[-1].endswith(b"!"):
            received.set_result(None)


async def main():
    global events, over, received
    loop = asyncio.get_running_loop()
    events, over, received = [], loop.create_future(), loop.create_future()
    server = await loop.create_server(Server, "127.0.0.1", 0)
    transport, protocol = await loop.create_connection(Client, *server.sockets[0].getsockname())
    print(type(protocol).__name__, transport.is_closing(), transport.is_reading())  # expect: Client False True
    await received
    transport.close()
    print(transport.is_closing())  # expect: True
    await over
    # Which side is told first is up to the system.
    for event in sorted(events[:2]) + events[2:]:
        print(event)
    # expect: client made
    # expect: server made
    # expect: ('server data', b'abc')
    # expect: ('client data', b'cba')
    # expect: ('client lost', None)
    # expect: server eof
    # expect: ('server lost', None)
    server.close()

    events, received = [], loop.create_future()
    server = await loop.create_server(Buffered, "127.0.0.1", 0)
    transport, _ = await loop.create_connection(asyncio.Protocol, *server.sockets[0].getsockname())
    transport.write(b"1234567!")
    await received
    print(events)  # expect: [b'123', b'456', b'7!']
    for wrong in ("text", 5):
        try:
            transport.write(wrong)
        except TypeError as error:
            print(error)
    # expect: data argument must be a bytes-like object, not 'str'
    # expect: data argument must be a bytes-like object, not 'int'
    transport.write_eof()
    try:
        transport.write(b"x")
    except RuntimeError as error:
        print(error)  # expect: Cannot call write() after write_eof()
    transport.abort()
    server.close()
    await asyncio.sleep(0.01)


asyncio.run(main())
