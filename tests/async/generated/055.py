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
    try: await asyncio.sleep(0.096274 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, 'got', await queue.get())
async def work1(name):
    log(await asyncio.wait_for(leaf(2, 0.047826), 0))
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.098258, 3)), asyncio.create_task(leaf(33, 0.113712))], timeout=0.002854):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    if len(tasks) % 2:
        log(name, 'put', 5)
        await queue.put(5)
        log(name, 'got', await queue.get())
        async for q in counted(7, 3):
            log(name, 'item', q)
            try:
                async with asyncio.timeout(0.031092):
                    log([q async for q in counted(9, 3)])
                    await asyncio.sleep(0.095284)
                    log(name, 10)
            except TimeoutError as e:
                log(name, 'timeout', 8, repr(e))
        try:
            async with sem:
                log(name, 'sem', 12)
                await asyncio.sleep(0.028236)
                log(name, 13)
                log(name, 'got', await queue.get())
        finally:
            log(name, 'finally', 11)
    else:
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    queue.put_nowait(16)
async def work2(name):
    it = counted(17, 3)
    try:
        log(await anext(it))
        log(await event.wait())
        pass
    finally:
        log('closes', await it.aclose())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0.065267)
    await asyncio.sleep(0.029847)
    tasks[-1].cancel('by main')
    tasks[-1].cancel('by main')
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
