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
    try: await asyncio.sleep(0.069816 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(await asyncio.wait_for(leaf(1, 0.076614), 0))
async def work1(name):
    for i2 in range(3):
        log(barrier.n_waiting, barrier.broken)
    try:
        async with asyncio.TaskGroup() as tg:
            g4 = tg.create_task(leaf(4, 0.030044))
            tg.create_task(child(f'{name}/4'))
            try:
                await asyncio.sleep(0.120728)
                log(name, 6)
                log(await asyncio.wait_for(leaf(7, 0.068189), None))
            finally:
                log(name, 'finally', 5)
            tasks.append(asyncio.ensure_future(child(f'{name}:8')))
            tasks[-1].add_done_callback(lambda t: log('done', 8, t.cancelled()))
    except ExceptionGroup as e:
        log(name, 'group', 4, e.exceptions)
    await asyncio.sleep(0.116377)
    log(name, 9)
async def work2(name):
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.061761))[:5])
async def work3(name):
    for i12 in range(1):
        tasks.append(asyncio.create_task(child(f'{name}.13'), name=f'{name}.13'))
        await asyncio.sleep(0.070765)
        log(name, 14)
        log(name, await asyncio.shield(fut))
        try:
            async for q in counted(17, 3):
                log(name, 'item', q)
                queue.put_nowait(18)
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        finally:
            log(name, 'finally', 16)
    async with cond:
        await cond.wait()
        log(name, 'cond', 20)
async def work4(name):
    async with lock:
        log(name, 'lock', 21)
        async with Manager(22, True):
            tasks.append(asyncio.create_task(child(f'{name}.23'), name=f'{name}.23'))
            if len(tasks) % 2:
                d, p = await asyncio.wait([asyncio.create_task(leaf(25, 0.017995)), asyncio.create_task(fail(252, 0.126176))], return_when=asyncio.FIRST_EXCEPTION)
                log(name, len(d), len(p))
                if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
                for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            else:
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.000053, 26)), asyncio.create_task(leaf(263, 0.078802))], timeout=0.095285):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
                log(name, 'got', await queue.get())
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.016833, 28)), asyncio.create_task(leaf(283, 0.114239))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0.054837)
    fut.cancel() if not fut.done() else None
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    event.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
