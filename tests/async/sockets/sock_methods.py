import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.socket()
    listener.setblocking(False)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listener))
    await loop.sock_connect(client, listener.getsockname())
    server, address = await accepting
    print(address == client.getsockname(), server.gettimeout())  # expect: True 0.0
    await loop.sock_sendall(client, b"hello")
    print(await loop.sock_recv(server, 100))  # expect: b'hello'
    buffer = bytearray(8)
    await loop.sock_sendall(server, b"back")
    print(await loop.sock_recv_into(client, buffer), bytes(buffer[:4]))  # expect: 4 b'back'
    receiving = asyncio.create_task(loop.sock_recv(server, 100))
    await asyncio.sleep(0)
    receiving.cancel()
    await asyncio.sleep(0)
    await loop.sock_sendall(client, b"kept")
    print(receiving.cancelled(), await loop.sock_recv(server, 100))  # expect: True b'kept'
    big = b"z" * 3_000_000
    sending = asyncio.create_task(loop.sock_sendall(client, big))
    total = 0
    while total < len(big):
        total += len(await loop.sock_recv(server, 1 << 20))
    await sending
    print(total)  # expect: 3000000
    client.close()
    print(await loop.sock_recv(server, 1))  # expect: b''
    server.close()
    listener.close()

    a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for each in (a, b):
        each.setblocking(False)
        each.bind(("127.0.0.1", 0))
    await loop.sock_sendto(a, b"datagram", b.getsockname())
    data, address = await loop.sock_recvfrom(b, 100)
    print(data, address == a.getsockname())  # expect: b'datagram' True
    a.close()
    b.close()
    print(await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM) == [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))])  # expect: True
    print(await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))  # expect: ('127.0.0.1', '80')
    refused = socket.socket()
    refused.setblocking(False)
    try:
        await loop.sock_connect(refused, ("127.0.0.1", 1))
    except ConnectionRefusedError as error:
        print(error)  # expect: [Errno 111] Connect call failed ('127.0.0.1', 1)
    refused.close()


asyncio.run(main())
