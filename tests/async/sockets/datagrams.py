import asyncio
import socket


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(b"echo " + data, address)


class Client(asyncio.DatagramProtocol):
    def __init__(self):
        self.got = asyncio.Queue()
        self.lost = asyncio.get_running_loop().create_future()

    def datagram_received(self, data, address):
        self.got.put_nowait(data)

    def error_received(self, error):
        self.got.put_nowait(type(error).__name__)

    def connection_lost(self, error):
        self.lost.set_result(error)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    client, protocol = await loop.create_datagram_endpoint(Client, remote_addr=address)
    for word in (b"one", b"two"):
        client.sendto(word)
        print(await protocol.got.get())
    # expect: b'echo one'
    # expect: b'echo two'
    try:
        client.sendto(b"x", ("127.0.0.1", 1))
    except ValueError as error:
        print(str(error).split(":")[0])  # expect: Invalid address
    server.close()
    await asyncio.sleep(0.01)
    client.sendto(b"to nobody")
    print(await protocol.got.get())  # expect: ConnectionRefusedError
    client.close()
    print(await protocol.lost)  # expect: None
    for wrong in ({}, {"local_addr": 5}, {"sock": socket.socket(), "family": 2}):
        try:
            await loop.create_datagram_endpoint(Client, **wrong)
        except (ValueError, TypeError) as error:
            print(str(error).split(",")[0])
    # expect: unexpected address family
    # expect: 2-tuple is expected
    # expect: A datagram socket was expected


asyncio.run(main())
