import asyncio


async def raises(awaitable):
    try:
        print(await awaitable)
    except Exception as error:
        print(type(error).__name__, error)
        return error


def fed(*chunks, eof=True, **options):
    reader = asyncio.StreamReader(**options)
    for chunk in chunks:
        reader.feed_data(chunk)
    if eof:
        reader.feed_eof()
    return reader


async def main():
    reader = fed(b"line 1\nline", b" 2\nrest")
    print(await reader.readline(), await reader.readline(), await reader.readline(), await reader.readline())
    # expect: b'line 1\n' b'line 2\n' b'rest' b''
    print([line async for line in fed(b"a\nb\nc")])  # expect: [b'a\n', b'b\n', b'c']
    reader = fed(b"0123456789")
    print(await reader.read(3), await reader.readexactly(2), await reader.read(0), await reader.read())
    # expect: b'012' b'34' b'' b'56789'
    error = await raises(fed(b"abc").readexactly(5))
    # expect: IncompleteReadError 3 bytes read on a total of 5 expected bytes
    print(error.partial, error.expected)  # expect: b'abc' 5
    error = await raises(fed(b"abc").readuntil(b";"))
    # expect: IncompleteReadError 3 bytes read on a total of undefined expected bytes
    print(error.partial, error.expected)  # expect: b'abc' None
    await raises(fed(b"a;b").readuntil(b";"))  # expect: b'a;'
    await raises(fed(b"a--b;;").readuntil((b";;", b"--")))  # expect: b'a--'
    await raises(fed(b"x").readuntil(b""))  # expect: ValueError Separator should be at least one-byte string
    await raises(fed(b"x").readexactly(-1))  # expect: ValueError readexactly size can not be less than zero
    error = await raises(fed(b"0123456789", limit=4, eof=False).readuntil(b";"))
    # expect: LimitOverrunError Separator is not found, and chunk exceed the limit
    print(error.consumed)  # expect: 10
    error = await raises(fed(b"0123456789;", limit=4).readuntil(b";"))
    # expect: LimitOverrunError Separator is found, but chunk is longer than limit
    print(error.consumed)  # expect: 10
    await raises(fed(b"0123456789\nab\n", limit=4).readline())
    # expect: ValueError Separator is found, but chunk is longer than limit
    reader = fed(b"0123456789\nab\n", limit=4)
    await raises(reader.readline())  # expect: ValueError Separator is found, but chunk is longer than limit
    print(await reader.readline())  # expect: b'ab\n'
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)  # expect: Limit cannot be <= 0

    reader = asyncio.StreamReader()
    print(reader)  # expect: <StreamReader>
    task = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    await raises(reader.read(1))
    # expect: RuntimeError read() called while another coroutine is already waiting for incoming data
    reader.feed_data(b"wo")
    await asyncio.sleep(0)
    reader.feed_data(b"rd\n")
    print(await task)  # expect: b'word\n'
    task = asyncio.create_task(reader.read(10))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    reader.feed_data(b"kept")
    print(task.cancelled(), await reader.read(10))  # expect: True b'kept'
    task = asyncio.create_task(reader.read(10))
    await asyncio.sleep(0)
    reader.set_exception(ConnectionResetError("gone"))
    await raises(task)  # expect: ConnectionResetError gone
    await raises(reader.readline())  # expect: ConnectionResetError gone
    print(reader.exception())  # expect: gone
    print(fed(b"12", limit=5))  # expect: <StreamReader 2 bytes eof limit=5>


asyncio.run(main())
