"""Lines sent to an echo server of the same loop over loopback and read back, by streams."""
import asyncio

CLIENTS, MESSAGES = 10, 2000


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line)
        await writer.drain()
    writer.close()


async def client(port, number):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    total = 0
    for i in range(MESSAGES):
        writer.write(f'{number} says {i}\n'.encode())
        await writer.drain()
        total += len(await reader.readline())
    writer.close()
    await writer.wait_closed()
    return total


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    print(sum(await asyncio.gather(*[client(port, n) for n in range(CLIENTS)])))
    server.close()


asyncio.run(main())
