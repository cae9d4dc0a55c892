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
    try: await asyncio.sleep(0.050363 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    tasks.append(asyncio.ensure_future(child(f'{name}:1')))
    tasks[-1].add_done_callback(lambda t: log('done', 1, t.cancelled()))
    for i2 in range(1):
        d, p = await asyncio.wait([asyncio.create_task(leaf(3, 0.069915)), asyncio.create_task(leaf(32, 0.025721))])
        log(name, len(d), len(p))
        if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        try:
            async with asyncio.timeout(0.052628):
                for i6 in range(1):
                    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.106613))[:5])
                    log(await asyncio.gather(leaf(8), leaf(81, 0.060131), fail(8), return_exceptions=False))
        except TimeoutError as e:
            log(name, 'timeout', 5, repr(e))
async def work1(name):
    if len(tasks) % 2:
        log(await event.wait())
        log([q async for q in counted(11, 2)])
    else:
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        asyncio.get_running_loop().call_soon(log, 'soon', 13)
    try:
        async with asyncio.timeout(0.050348):
            if len(tasks) % 2:
                try:
                    async with asyncio.TaskGroup() as tg:
                        g16 = tg.create_task(leaf(16, 0.129456))
                        tg.create_task(child(f'{name}/16'))
                        queue.put_nowait(17)
                        queue.put_nowait(18)
                except ExceptionGroup as e:
                    log(name, 'group', 16, e.exceptions)
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
            else:
                log(name, 20, lock.locked(), sem.locked())
                asyncio.get_running_loop().call_later(0.092217, log, 'later', 21)
    except TimeoutError as e:
        log(name, 'timeout', 14, repr(e))
    try:
        async with asyncio.timeout(0.025028):
            try:
                async with asyncio.timeout(0.030776):
                    pass
                    async with cond:
                        cond.notify(2)
                        log(name, 'cond', 25)
            except TimeoutError as e:
                log(name, 'timeout', 23, repr(e))
    except TimeoutError as e:
        log(name, 'timeout', 22, repr(e))
async def work2(name):
    log(await asyncio.wait_for(leaf(26, 0.117488), None))
    if len(tasks) % 2:
        if tasks: log(name, 28, tasks[28 % len(tasks)].done(), tasks[28 % len(tasks)].cancelled(), tasks[28 % len(tasks)].cancelling())
        pass
        await barrier.wait()
    else:
        if not fut.done(): fut.set_result(31)
        log(name, 'fut', fut.done())
    async with cond:
        cond.notify_all()
        log(name, 'cond', 32)
    for i33 in range(2):
        pass
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    event.set()
    log(tasks[0].done())
    event.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
