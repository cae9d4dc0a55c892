# Descriptors are sent together with data; options that are structures.
import os
import socket
import struct

a, b = socket.socketpair()
reading, writing = os.pipe()
print(socket.send_fds(a, [b"x", b"yz"], [writing, reading]))
data, found, flags, address = socket.recv_fds(b, 100, 5)
print(data, len(found), flags)
os.write(found[0], b"hello")
print(os.read(reading, 10))
print(a.sendmsg([b"1", bytearray(b"23")]), b.recvmsg(10)[:3])
a.sendmsg([b"12345"])
buffers = [bytearray(2), bytearray(10)]
print(b.recvmsg_into(buffers)[:3], buffers)
print(socket.CMSG_LEN(4), socket.CMSG_SPACE(4), socket.CMSG_SPACE(0), socket.CMSG_SPACE(9))
pid, uid, gid = struct.unpack("3i", a.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
print(pid == os.getpid(), uid == os.getuid(), gid == os.getgid())
print(socket.if_nametoindex("lo"), socket.if_indextoname(1), socket.if_nameindex()[0])
for ask in (lambda: socket.if_nametoindex("nope"), lambda: socket.getprotobyname("nope")):
    try:
        ask()
    except OSError as error:
        print(repr(error))
print(socket.getprotobyname("tcp"), socket.AF_VSOCK, repr(socket.MSG_CONFIRM), socket.SO_MARK)
for each in (a, b):
    each.close()
for each in [reading, writing, *found]:
    os.close(each)
