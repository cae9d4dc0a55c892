import select
import selectors
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
print(server.family == socket.AF_INET, server.type == socket.SOCK_STREAM, server.gettimeout())  # expect: True True None


def serve():
    connection, peer = server.accept()
    with connection:
        while data := connection.recv(1024):
            connection.sendall(data.upper())


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(address, timeout=5) as client:
    print(client.getpeername() == address, client.gettimeout())  # expect: True 5.0
    client.sendall(b"hello")
    print(client.recv(5))  # expect: b'HELLO'
    client.send(b"abcdef")
    buffer = bytearray(3)
    print(client.recv_into(buffer), buffer, client.recv(10))  # expect: 3 bytearray(b'ABC') b'DEF'
    client.shutdown(socket.SHUT_WR)
    print(client.recv(10))  # expect: b''
thread.join()
print(client.fileno(), client._closed)  # expect: -1 True

a, b = socket.socketpair()
b.settimeout(0.02)
try:
    b.recv(1)
except TimeoutError as error:
    print(error, isinstance(error, socket.timeout))  # expect: timed out True
b.setblocking(False)
try:
    b.recv(1)
except BlockingIOError as error:
    print(error.errno)  # expect: 11
print(b.getblocking(), b.gettimeout())  # expect: False 0.0
print(select.select([b], [b], [], 0) == ([], [b], []))  # expect: True
a.send(b"x")
print(select.select([b], [], [], 1)[0] == [b], select.select([a], [], [], 0.01))  # expect: True ([], [], [])
selector = selectors.DefaultSelector()
key = selector.register(b, selectors.EVENT_READ, "data")
print([(k.fileobj is b, k.data, events) for k, events in selector.select(1)])  # expect: [(True, 'data', 1)]
selector.unregister(b)
selector.close()
poll = select.poll()
poll.register(b, select.POLLIN)
print(poll.poll(10) == [(b.fileno(), select.POLLIN)])  # expect: True
a.close()
print(b.recv(5), b.recv(5))  # expect: b'x' b''
b.close()
try:
    b.recv(1)
except OSError as error:
    print(error)  # expect: [Errno 9] Bad file descriptor

udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", 0))
udp.sendto(b"me", udp.getsockname())
print(udp.recvfrom(10) == (b"me", udp.getsockname()))  # expect: True
udp.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
print(udp.getsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST) != 0, udp.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))  # expect: True 2
udp.close()
for wrong in [lambda: socket.socket().bind("x"), lambda: socket.socket().bind(("127.0.0.1", 70000)),
              lambda: socket.socket().connect(("127.0.0.1", 1)), lambda: socket.getaddrinfo("no.such.host.invalid", 1),
              lambda: socket.socket().settimeout(-1), lambda: socket.inet_aton("x")]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, str(error).removeprefix("bind(): "))
# expect: TypeError AF_INET address must be tuple, not str
# expect: OverflowError port must be 0-65535.
# expect: ConnectionRefusedError [Errno 111] Connection refused
# expect: gaierror [Errno -2] Name or service not known
# expect: ValueError Timeout value out of range
# expect: OSError illegal IP address string passed to inet_aton
print(socket.inet_aton("1.2.3.4"), socket.inet_ntoa(b"\x7f\0\0\1"), socket.htons(1), socket.AF_INET, repr(socket.AF_INET))
# expect: b'\x01\x02\x03\x04' 127.0.0.1 256 2 <AddressFamily.AF_INET: 2>
