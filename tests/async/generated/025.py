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
    try: await asyncio.sleep(0.051764 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        log(name, 2, event.is_set())
        event.set(); event.clear()
        async with lock:
            log(name, 'lock', 3)
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            await asyncio.sleep(0)
        d, p = await asyncio.wait([asyncio.create_task(leaf(6, 0.052722)), asyncio.create_task(leaf(62, 0.088054))])
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        log(name, 7, event.is_set())
        event.clear()
    finally:
        log(name, 'finally', 1)
    if tasks: log(name, 8, tasks[8 % len(tasks)].done(), tasks[8 % len(tasks)].cancelled(), tasks[8 % len(tasks)].cancelling())
async def work1(name):
    log(name, 'put', 9)
    await queue.put(9)
    async with Manager(10, True):
        try:
            if not fut.done(): fut.cancel()
            log(name, 'fut', fut.done())
        finally:
            log(name, 'finally', 11)
            log(await event.wait())
        if tasks: log(name, 14, tasks[14 % len(tasks)].done(), tasks[14 % len(tasks)].cancelled(), tasks[14 % len(tasks)].cancelling())
    tasks.append(asyncio.ensure_future(child(f'{name}:15')))
    tasks[-1].add_done_callback(lambda t: log('done', 15, t.cancelled()))
async def work2(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g16 = tg.create_task(leaf(16, 0.088897))
            tg.create_task(child(f'{name}/16'))
            pass
            try:
                async with asyncio.TaskGroup() as tg:
                    g18 = tg.create_task(leaf(18, 0.086933))
                    tg.create_task(child(f'{name}/18'))
                    log(barrier.n_waiting, barrier.broken)
                    log(await asyncio.gather(leaf(20), leaf(201, 0.025747), leaf(7, 0.027296), return_exceptions=False))
            except ExceptionGroup as e:
                log(name, 'group', 18, e.exceptions)
    except ExceptionGroup as e:
        log(name, 'group', 16, e.exceptions)
async def work3(name):
    it = counted(21, 3)
    log(await anext(it))
    del it
    log(queue.get_nowait())
async def work4(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    log(name, await asyncio.shield(fut))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0.068755)
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
