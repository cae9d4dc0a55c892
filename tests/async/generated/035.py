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
    try: await asyncio.sleep(0.104165 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    await barrier.wait()
    log(await event.wait())
async def work1(name):
    log(name, 3, lock.locked(), sem.locked())
async def work2(name):
    await asyncio.sleep(0.118480)
    log(name, 4)
    log(await asyncio.gather(leaf(5), leaf(51, 0.057905), leaf(7, 0.006842), return_exceptions=False))
async def work3(name):
    log(name, await fut)
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.084343, 7)), asyncio.create_task(leaf(73, 0.109413))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    log(name, await fut)
async def work4(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g9 = tg.create_task(fail(9, 0.008980))
            tg.create_task(child(f'{name}/9'))
            log(name, 10, event.is_set())
            event.set(); event.clear()
    except ExceptionGroup as e:
        log(name, 'group', 9, e.exceptions)
async def work5(name):
    async for q in counted(11, 1):
        log(name, 'item', q)
        try:
            log(await asyncio.wait_for(leaf(13, 0.129260), 0.081406))
        finally:
            log(name, 'finally', 12)
        pass
    it = counted(15, 3)
    try:
        log(await anext(it))
        tasks.append(asyncio.create_task(agen_child(f'{name}.16'), name=f'{name}.16'))
        log(name, 17, event.is_set())
        event.clear()
    finally:
        log('closes', await it.aclose())
    it = counted(18, 3)
    log(await anext(it))
    del it
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    log(tasks[0].done())
    tasks[0].cancel()
    log(tasks[0].done())
    fut.cancel() if not fut.done() else None
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
