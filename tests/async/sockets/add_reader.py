import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    got = []
    done = loop.create_future()

    # Level-triggered: one byte of ten at a call, and called until nothing is left.
    def read():
        got.append(b.recv(1))
        if len(got) == 10:
            print(loop.remove_reader(b), loop.remove_reader(b))
            done.set_result(b"".join(got))

    loop.add_reader(b, read)
    a.send(b"0123456789")
    print(await done)
    # expect: True False
    # expect: b'0123456789'

    # A reader and a writer on one descriptor, both at once.
    order = []
    both = loop.create_future()

    def writable(what):
        order.append(what)
        loop.remove_writer(b.fileno())
        b.send(b"x")

    def readable():
        order.append(b.recv(10))
        loop.remove_reader(b.fileno())
        both.set_result(None)

    a.send(b"in")
    loop.add_reader(b.fileno(), readable)
    loop.add_writer(b.fileno(), writable, "out")
    await both
    print(order, a.recv(10))  # expect: [b'in', 'out'] b'x'

    # The second reader replaces the first.
    replaced = loop.create_future()
    loop.add_reader(b, lambda: print("never"))
    loop.add_reader(b, lambda: replaced.done() or replaced.set_result(b.recv(5)))
    a.send(b"again")
    print(await replaced)  # expect: b'again'
    loop.remove_reader(b)
    for wrong in (-1, "no", None):
        try:
            loop.add_reader(wrong, print)
        except ValueError as error:
            print(error)
    # expect: Invalid file descriptor: -1
    # expect: Invalid file object: 'no'
    # expect: Invalid file object: None
    a.close()
    b.close()


asyncio.run(main())
