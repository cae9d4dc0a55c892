import asyncio
import socket


async def handle(reader, writer):
    writer.write(b"<" + await reader.read() + b">")
    writer.close()


async def main():
    name = "\0snakelet-test-%d" % id(handle)
    server = await asyncio.start_unix_server(handle, name)
    reader, writer = await asyncio.open_unix_connection(name)
    writer.write(b"data")
    writer.write_eof()
    print(await reader.read())  # expect: b'<data>'
    writer.close()
    server.close()
    await server.wait_closed()

    a, b = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=a)
    b.sendall(b"through a pair\n")
    print(await reader.readline())  # expect: b'through a pair\n'
    b.close()
    print(await reader.read())  # expect: b''
    writer.close()
    await writer.wait_closed()
    for wrong in [asyncio.open_unix_connection(), asyncio.open_unix_connection(name, sock=a),
                  asyncio.open_connection(), asyncio.open_connection("h", 1, sock=a),
                  asyncio.open_connection("h", 1, server_hostname="x")]:
        try:
            await wrong
        except ValueError as error:
            print(error)
    # expect: no path and sock were specified
    # expect: path and sock can not be specified at the same time
    # expect: host and port was not specified and no sock specified
    # expect: host/port and sock can not be specified at the same time
    # expect: server_hostname is only meaningful with ssl


asyncio.run(main())
