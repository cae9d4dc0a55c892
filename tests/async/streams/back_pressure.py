import asyncio


async def main():
    received = 0
    begun = asyncio.Event()

    async def handle(reader, writer):
        nonlocal received
        await begun.wait()
        while data := await reader.read(65536):
            received += len(data)
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    transport = writer.transport
    print(transport.get_write_buffer_limits())  # expect: (16384, 65536)
    transport.set_write_buffer_limits(high=1000)
    print(transport.get_write_buffer_limits())  # expect: (250, 1000)
    try:
        transport.set_write_buffer_limits(high=1, low=2)
    except ValueError as error:
        print(error)  # expect: high (1) must be >= low (2) must be >= 0
    size = 8_000_000
    writer.write(b"x" * size)
    print(transport.get_write_buffer_size() > 0)  # expect: True
    drained = asyncio.create_task(writer.drain())
    await asyncio.sleep(0.01)
    print(drained.done())  # expect: False
    begun.set()
    await drained
    print(transport.get_write_buffer_size() <= 250)  # expect: True
    writer.write_eof()
    print(await reader.read())  # expect: b''
    print(received == size)  # expect: True
    writer.close()
    await writer.wait_closed()
    try:
        await writer.drain()
    except ConnectionResetError as error:
        print(error)  # expect: Connection lost
    server.close()
    await server.wait_closed()


asyncio.run(main())
