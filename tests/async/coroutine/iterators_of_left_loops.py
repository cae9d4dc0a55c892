# The iterators of loops that are left by an exception or return are dropped at once, the inner one first.
import asyncio
def g(n):
    try: yield 1
    finally: print('closed', n)
def f():
    try:
        for x in g(1):
            for y in g(2):
                raise ValueError
    except ValueError: print('handler')
f()
async def ag(n):
    try:
        yield 1
        yield 2
    finally: print('aclosed', n)
async def a():
    try:
        for x in g(3):
            for y in g(4):
                await asyncio.sleep(0)
                raise ValueError
    except ValueError: print('handler')
    try:
        async for x in ag(5):
            async for y in ag(6):
                await asyncio.sleep(0)
                raise ValueError
    except ValueError: print('handler')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('end')
asyncio.run(a())
async def b():
    async for x in ag(7):
        async for y in ag(8):
            await asyncio.sleep(1)
async def c():
    t = asyncio.create_task(b())
    await asyncio.sleep(0.01)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('end')
asyncio.run(c())
def h():
    for x in g(9):
        for y in g(10):
            return 1
h()
async def d():
    for x in g(11):
        for y in g(12):
            await asyncio.sleep(0)
            return 1
asyncio.run(d())
async def e():
    async for x in ag(13):
        async for y in ag(14):
            await asyncio.sleep(0)
            return 1
async def ee():
    await e()
    print('after')
    await asyncio.sleep(0.01)
asyncio.run(ee())
