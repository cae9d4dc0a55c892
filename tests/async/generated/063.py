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
    try: await asyncio.sleep(0.093353 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with lock:
        log(name, 'lock', 1)
        async with cond:
            cond.notify_all()
            log(name, 'cond', 2)
        try:
            try:
                async with asyncio.TaskGroup() as tg:
                    g4 = tg.create_task(fail(4, 0.007049))
                    tg.create_task(child(f'{name}/4'))
                    asyncio.get_running_loop().call_soon(log, 'soon', 5)
                    pass
            except ExceptionGroup as e:
                log(name, 'group', 4, e.exceptions)
            async with sem:
                log(name, 'sem', 7)
                await asyncio.sleep(0.100758)
                log(name, 8)
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        except asyncio.CancelledError as e:
            log(name, 'caught', 3, repr(e))
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.063964, 10)), asyncio.create_task(leaf(103, 0.058986))], timeout=0.099195):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
            d, p = await asyncio.wait([asyncio.create_task(leaf(11, 0.087934)), asyncio.create_task(leaf(112, 0.073012))], timeout=0.026413)
            log(name, len(d), len(p))
            pass
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            raise
        it = counted(12, 3)
        log(await anext(it))
        del it
        pass
    try:
        async with asyncio.TaskGroup() as tg:
            g14 = tg.create_task(leaf(14, 0.105384))
            tg.create_task(child(f'{name}/14'))
            log(name, 15, lock.locked(), sem.locked())
    except ExceptionGroup as e:
        log(name, 'group', 14, e.exceptions)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    await asyncio.sleep(0.036855)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
