import asyncio


async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    print(type(server).__name__, server.is_serving(), len(server.sockets))  # expect: Server True 1
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(writer.get_extra_info("peername") == ("127.0.0.1", port))  # expect: True
    for word in (b"one\n", b"two\n"):
        writer.write(word)
        print(await reader.readline())
    # expect: b'ONE\n'
    # expect: b'TWO\n'
    writer.writelines([b"a\n", b"b\n"])
    print(await reader.readexactly(4))  # expect: b'A\nB\n'
    writer.write(b"rest")
    writer.write_eof()
    print(await reader.read(), reader.at_eof())  # expect: b'REST' True
    print(writer.is_closing(), writer.can_write_eof())  # expect: False True
    writer.close()
    print(writer.is_closing())  # expect: True
    await writer.wait_closed()

    async def client(number):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        total = 0
        for i in range(5):
            writer.write(b"%d-%d\n" % (number, i))
            await writer.drain()
            total += len(await reader.readline())
        writer.close()
        await writer.wait_closed()
        return total

    print(sum(await asyncio.gather(*[client(n) for n in range(20)])))  # expect: 450
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)  # expect: False ()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(error.errno, "Connect call failed" in str(error))  # expect: 111 True

    async with await asyncio.start_server(handle, "127.0.0.1", 0) as server:
        forever = asyncio.create_task(server.serve_forever())
        await asyncio.sleep(0)
        forever.cancel()
        try:
            await forever
        except asyncio.CancelledError:
            print("stopped", server.is_serving())  # expect: stopped False


asyncio.run(main())
