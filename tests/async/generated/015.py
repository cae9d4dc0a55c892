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
    try: await asyncio.sleep(0.091217 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    await barrier.wait()
    if tasks: log(name, 'cancel', 2, tasks[2 % len(tasks)].cancel())
    async with sem:
        log(name, 'sem', 3)
        async with sem:
            log(name, 'sem', 4)
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.121513, 5)), asyncio.create_task(leaf(53, 0.036483))]):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
        raise E1(6)
async def work1(name):
    it = counted(7, 3)
    log(await anext(it))
    del it
    async with Manager(8, False):
        log(queue.qsize(), queue.empty(), queue.full())
        log(await asyncio.wait_for(leaf(10, 0.026300), 0.038765))
async def work2(name):
    async for q in counted(11, 1):
        log(name, 'item', q)
        it = counted(12, 3)
        log(await anext(it))
        del it
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        for i14 in range(2):
            raise E1(15)
            async with lock:
                log(name, 'lock', 16)
                await asyncio.sleep(0)
                pass
    log(name, 19, lock.locked(), sem.locked())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks[-1].cancel('by main')
    await asyncio.sleep(0)
    tasks[0].cancel()
    event.set()
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
