# Many connections to an echo server, many messages on each, all of them compared: PORT CONNECTIONS MESSAGES
import asyncio
import random
import sys

port, connections, messages = map(int, sys.argv[1:])


async def client(number):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    own = random.Random(number)
    count = 0
    for _ in range(messages // connections):
        data = own.randbytes(own.randint(1, 1500))
        writer.write(data)
        assert await reader.readexactly(len(data)) == data
        count += len(data)
    writer.write_eof()
    assert await reader.read() == b''
    writer.close()
    await writer.wait_closed()
    return count


async def main():
    counts = await asyncio.gather(*map(client, range(connections)))
    print(connections, 'connections', messages, 'messages', sum(counts), 'bytes')


asyncio.run(main())
