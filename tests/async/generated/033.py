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
    try: await asyncio.sleep(0.087449 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
async def work1(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g2 = tg.create_task(leaf(2, 0.074293))
            tg.create_task(child(f'{name}/2'))
            d, p = await asyncio.wait([asyncio.create_task(leaf(3, 0.067852)), asyncio.create_task(fail(32, 0.029657))], return_when=asyncio.FIRST_COMPLETED)
            log(name, len(d), len(p))
            for t_ in p: t_.cancel()
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            tasks.append(asyncio.ensure_future(child(f'{name}:4')))
            tasks[-1].add_done_callback(lambda t: log('done', 4, t.cancelled()))
            asyncio.get_running_loop().call_later(0.121603, log, 'later', 5)
    except ExceptionGroup as e:
        log(name, 'group', 2, e.exceptions)
    for i6 in range(3):
        try:
            async with asyncio.TaskGroup() as tg:
                g7 = tg.create_task(leaf(7, 0.047669))
                tg.create_task(child(f'{name}/7'))
                async with lock:
                    log(name, 'lock', 8)
                    tasks.append(asyncio.ensure_future(child(f'{name}:9')))
                    tasks[-1].add_done_callback(lambda t: log('done', 9, t.cancelled()))
                    async with cond:
                        cond.notify(2)
                        log(name, 'cond', 10)
        except ExceptionGroup as e:
            log(name, 'group', 7, e.exceptions)
        if len(tasks) % 2:
            log([q async for q in counted(12, 1)])
        else:
            async with cond:
                cond.notify_all()
                log(name, 'cond', 13)
            log(name, await asyncio.shield(fut))
        for i15 in range(1):
            log(await asyncio.wait_for(leaf(16, 0.110899), None))
            try:
                async with asyncio.TaskGroup() as tg:
                    g17 = tg.create_task(fail(17, 0.015908))
                    tg.create_task(child(f'{name}/17'))
                    tasks.append(asyncio.ensure_future(child(f'{name}:18')))
                    tasks[-1].add_done_callback(lambda t: log('done', 18, t.cancelled()))
                    log(name, 19, event.is_set())
                    event.clear()
            except ExceptionGroup as e:
                log(name, 'group', 17, e.exceptions)
    log(barrier.n_waiting, barrier.broken)
    async with Manager(21, True):
        asyncio.get_running_loop().call_soon(log, 'soon', 22)
        log([q async for q in counted(23, 2)])
        try:
            async with asyncio.TaskGroup() as tg:
                g24 = tg.create_task(leaf(24, 0.063246))
                tg.create_task(child(f'{name}/24'))
                log(name, 25, lock.locked(), sem.locked())
                if len(tasks) % 2:
                    try: log(tasks[-1].result())
                    except BaseException as e: log(repr(e))
                    log(await event.wait())
                else:
                    asyncio.get_running_loop().call_soon(log, 'soon', 29)
        except ExceptionGroup as e:
            log(name, 'group', 24, e.exceptions)
        async with lock:
            log(name, 'lock', 30)
            it = counted(31, 3)
            log(await anext(it))
            del it
            log(await asyncio.gather(leaf(32), leaf(321, 0.028139), fail(8), return_exceptions=True))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(2), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
