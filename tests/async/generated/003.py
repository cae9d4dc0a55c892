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
    try: await asyncio.sleep(0.085256 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async for q in counted(1, 3):
        log(name, 'item', q)
        it = counted(2, 3)
        try:
            log(await anext(it))
            d, p = await asyncio.wait([asyncio.create_task(leaf(3, 0.055247)), asyncio.create_task(leaf(32, 0.008811))], return_when=asyncio.FIRST_EXCEPTION)
            log(name, len(d), len(p))
            pass
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        finally:
            log('closes', await it.aclose())
    log(name, 4, lock.locked(), sem.locked())
    try:
        for i6 in range(3):
            log(name, 7, lock.locked(), sem.locked())
            try:
                async with asyncio.TaskGroup() as tg:
                    g8 = tg.create_task(fail(8, 0.087997))
                    tg.create_task(child(f'{name}/8'))
                    await asyncio.sleep(0.031761)
                    log(name, 9)
                    await asyncio.sleep(0.108048)
                    log(name, 10)
            except ExceptionGroup as e:
                log(name, 'group', 8, e.exceptions)
        if tasks: log(name, 11, tasks[11 % len(tasks)].done(), tasks[11 % len(tasks)].cancelled(), tasks[11 % len(tasks)].cancelling())
    except asyncio.CancelledError as e:
        log(name, 'caught', 5, repr(e))
        log([q async for q in counted(12, 1)])
        log(barrier.n_waiting, barrier.broken)
    async for q in counted(14, 2):
        log(name, 'item', q)
        try:
            async with asyncio.TaskGroup() as tg:
                g15 = tg.create_task(leaf(15, 0.013419))
                tg.create_task(child(f'{name}/15'))
                try:
                    log(await event.wait())
                except E1 as e:
                    log(name, 'caught', 16, repr(e))
                    pass
                log(name, await fut)
        except ExceptionGroup as e:
            log(name, 'group', 15, e.exceptions)
        tasks.append(asyncio.ensure_future(child(f'{name}:20')))
        tasks[-1].add_done_callback(lambda t: log('done', 20, t.cancelled()))
async def work1(name):
    async with lock:
        log(name, 'lock', 21)
        async with lock:
            log(name, 'lock', 22)
            try:
                async with cond:
                    await cond.wait()
                    log(name, 'cond', 24)
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.102299, 25)), asyncio.create_task(leaf(253, 0.114216))]):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
            except E1 as e:
                log(name, 'caught', 23, repr(e))
                if not fut.done(): fut.set_exception(E2(26))
                log(name, 'fut', fut.done())
                if not fut.done(): fut.set_result(27)
                log(name, 'fut', fut.done())
            log(await asyncio.gather(leaf(28), leaf(281, 0.123082), leaf(9), return_exceptions=True))
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.005812, 29)), asyncio.create_task(leaf(293, 0.106953))], timeout=0.047566):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        try:
            async with asyncio.timeout(0.124667):
                log(await asyncio.gather(leaf(31), leaf(311, 0.073625), fut, return_exceptions=True))
        except E1 as e:
            log(name, 'timeout', 30, repr(e))
        pass
    if tasks: log(name, 33, tasks[33 % len(tasks)].done(), tasks[33 % len(tasks)].cancelled(), tasks[33 % len(tasks)].cancelling())
    if not fut.done(): fut.set_exception(E2(34))
    log(name, 'fut', fut.done())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    await asyncio.sleep(0.114565)
    await asyncio.sleep(0)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
