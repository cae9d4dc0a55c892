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
    try: await asyncio.sleep(0.022399 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g1 = tg.create_task(leaf(1, 0.036036))
            tg.create_task(child(f'{name}/1'))
            queue.put_nowait(2)
    except ExceptionGroup as e:
        log(name, 'group', 1, e.exceptions)
async def work1(name):
    log(await asyncio.wait_for(leaf(3, 0.126537), 0))
    tasks.append(asyncio.create_task(child(f'{name}.4'), name=f'{name}.4'))
    if len(tasks) % 2:
        log(name, 'put', 6)
        await queue.put(6)
        log(name, 'put', 7)
        await queue.put(7)
    else:
        log(name, 'put', 8)
        await queue.put(8)
        tasks.append(asyncio.ensure_future(child(f'{name}:9')))
        tasks[-1].add_done_callback(lambda t: log('done', 9, t.cancelled()))
async def work2(name):
    async for q in counted(10, 1):
        log(name, 'item', q)
        try: log(tasks[-1].result())
        except BaseException as e: log(repr(e))
        async with lock:
            log(name, 'lock', 12)
            async with sem:
                log(name, 'sem', 13)
                log(name, 'put', 14)
                await queue.put(14)
            it = counted(15, 3)
            log(await anext(it))
            del it
        log(name, 16, event.is_set())
        event.set(); event.clear()
async def work3(name):
    log(await asyncio.gather(leaf(17), leaf(171, 0.122268), leaf(9), return_exceptions=True))
    tasks.append(asyncio.ensure_future(child(f'{name}:18')))
    tasks[-1].add_done_callback(lambda t: log('done', 18, t.cancelled()))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0)
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
