# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(*a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in enumerate(name)) % 9973 / 1e6
async def leaf(n, d=0):
    log('leaf', n)
    await asyncio.sleep(d)
    return n
async def fail(n, d=0):
    await asyncio.sleep(d)
    print('fail', n)
    raise E1(n)
class Manager:
    def __init__(self, n, swallows): self.n, self.swallows = n, swallows
    async def __aenter__(self): await asyncio.sleep(0); log('enter', self.n)
    async def __aexit__(self, k, v, tb): log('exit', self.n, k and k.__name__); await asyncio.sleep(0); log('exited', self.n); return self.swallows and k is not asyncio.CancelledError
async def counted(n, k):
    try:
        for i in range(k):
            log('count', n, i)
            r = yield i
            await asyncio.sleep(0)
    except E1 as e: log('in generator', e); yield 'caught'
    finally: log('counted', n)
async def child(name):
    try: await asyncio.sleep(0.103001 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    async for q in counted(2, 1):
        log(name, 'item', q)
        async for q in counted(3, 4):
            log(name, 'item', q)
            raise E1(4)
        try:
            log(name, 'got', await queue.get())
            it = counted(7, 3)
            try:
                log(await anext(it))
                await asyncio.sleep(0.002588)
                log(name, 8)
                log(await asyncio.wait_for(leaf(9, 0.084139), 0))
            finally:
                log('closes', await it.aclose())
        except BaseException as e:
            log(name, 'caught', 5, repr(e))
            async with cond:
                cond.notify_all()
                log(name, 'cond', 10)
            tasks.append(asyncio.ensure_future(child(f'{name}:11')))
            tasks[-1].add_done_callback(lambda t: log('done', 11, t.cancelled()))
        async with lock:
            log(name, 'lock', 12)
            async with Manager(13, False):
                if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.097980))[:5])
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.062176, 15)), asyncio.create_task(leaf(153, 0.081651))], timeout=0.043783):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
async def work1(name):
    try:
        async for q in counted(18, 4):
            log(name, 'item', q)
            tasks.append(asyncio.ensure_future(child(f'{name}:19')))
            tasks[-1].add_done_callback(lambda t: log('done', 19, t.cancelled()))
            log(await asyncio.wait_for(leaf(20, 0.100535), 0.035536))
        async with Manager(21, True):
            if not fut.done(): fut.set_result(22)
            log(name, 'fut', fut.done())
    finally:
        log(name, 'finally', 17)
    d, p = await asyncio.wait([asyncio.create_task(leaf(23, 0.082776)), asyncio.create_task(leaf(232, 0.000723))], return_when=asyncio.FIRST_EXCEPTION)
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    async with sem:
        log(name, 'sem', 24)
        if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.086768))[:5])
        raise E1(26)
        queue.put_nowait(27)
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.116875, 28)), asyncio.create_task(leaf(283, 0.086293))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    event.set()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0)
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
