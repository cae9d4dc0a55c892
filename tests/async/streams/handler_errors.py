import asyncio


async def main():
    loop = asyncio.get_running_loop()
    reported = asyncio.Queue()
    loop.set_exception_handler(lambda loop, context: reported.put_nowait(context))

    async def handle(reader, writer):
        raise KeyError("in the handler")

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    context = await reported.get()
    print(context["message"], repr(context["exception"]))
    # expect: Unhandled exception in client_connected_cb KeyError('in the handler')
    print(await reader.read())  # expect: b''
    writer.close()
    server.close()

    async def slow(reader, writer):
        await asyncio.sleep(100)

    server = await asyncio.start_server(slow, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        await asyncio.wait_for(reader.readline(), 0.02)
    except TimeoutError:
        print("timeout")  # expect: timeout
    server.close()
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.01)
    print(waiting.done())  # expect: False
    server.abort_clients()
    await waiting
    try:
        data = await reader.read()
        print(data)
    except ConnectionResetError:
        print(b"")
    # expect: b''
    writer.close()


asyncio.run(main())
