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
    try: await asyncio.sleep(0.013115 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, 'put', 1)
    await queue.put(1)
    await asyncio.sleep(0)
async def work1(name):
    it = counted(3, 3)
    try:
        log(await anext(it))
        log(await event.wait())
    finally:
        log('closes', await it.aclose())
    if tasks: log(name, 'cancel', 5, tasks[5 % len(tasks)].cancel())
    log(name, await asyncio.shield(fut))
    async with sem:
        log(name, 'sem', 7)
        d, p = await asyncio.wait([asyncio.create_task(leaf(8, 0.038039)), asyncio.create_task(fail(82, 0.129517))], timeout=0.059688)
        log(name, len(d), len(p))
        for t_ in p: t_.cancel()
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        if tasks: log(name, 'cancel', 9, tasks[9 % len(tasks)].cancel())
async def work2(name):
    for i10 in range(2):
        try:
            async with asyncio.TaskGroup() as tg:
                g11 = tg.create_task(leaf(11, 0.061320))
                tg.create_task(child(f'{name}/11'))
                log(name, 'got', await queue.get())
        except ExceptionGroup as e:
            log(name, 'group', 11, e.exceptions)
        asyncio.get_running_loop().call_later(0.052023, log, 'later', 13)
        asyncio.get_running_loop().call_soon(log, 'soon', 14)
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.038449, 15)), asyncio.create_task(leaf(153, 0.076789))], timeout=0.048048):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks[-1].cancel('by main')
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
