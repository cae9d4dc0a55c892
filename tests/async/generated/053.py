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
    try: await asyncio.sleep(0.023366 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(await asyncio.gather(leaf(1), leaf(11, 0.083082), fail(8), return_exceptions=True))
    it = counted(2, 3)
    try:
        log(await anext(it))
        log(await event.wait())
    finally:
        log('closes', await it.aclose())
    log(name, 'got', await queue.get())
    for i5 in range(2):
        for i6 in range(3):
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
            if tasks: log(name, 'cancel', 8, tasks[8 % len(tasks)].cancel('msg'))
        async for q in counted(9, 4):
            log(name, 'item', q)
            log(name, 'got', await queue.get())
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.108946, 11)), asyncio.create_task(leaf(113, 0.079542))]):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def work1(name):
    log(await event.wait())
    if not fut.done(): fut.set_result(13)
    log(name, 'fut', fut.done())
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.029012, 14)), asyncio.create_task(leaf(143, 0.006877))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
