# Two answers of HTTP/1.1 on one connection, one of them in chunks; prints its port first.
import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        method, path, version = line.decode().split()
        while (await reader.readline()).strip():
            pass
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n')
        body = f'{method} {path} {version}\n'.encode()
        if path == '/chunks':
            writer.write(b'Transfer-Encoding: chunked\r\n\r\n')
            for part in body, b'x' * 100_000, b'\n':
                writer.write(b'%x\r\n%s\r\n' % (len(part), part))
                await writer.drain()
            writer.write(b'0\r\n\r\n')
        else:
            writer.write(b'Content-Length: %d\r\n\r\n%s' % (len(body), body))
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
