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
    try: await asyncio.sleep(0.061096 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with sem:
        log(name, 'sem', 1)
        async with Manager(2, True):
            async with sem:
                log(name, 'sem', 3)
                log(await asyncio.gather(leaf(4), leaf(41, 0.070252), leaf(7, 0.016471), return_exceptions=True))
    async for q in counted(5, 1):
        log(name, 'item', q)
        if not fut.done(): fut.set_result(6)
        log(name, 'fut', fut.done())
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def work1(name):
    it = counted(8, 3)
    log(await anext(it))
    del it
    log(name, 9, event.is_set())
    event.clear()
    tasks.append(asyncio.create_task(child(f'{name}.10'), name=f'{name}.10'))
    async with cond:
        cond.notify_all()
        log(name, 'cond', 11)
async def work2(name):
    queue.put_nowait(12)
async def work3(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    try:
        async with Manager(15, False):
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.028944, 16)), asyncio.create_task(leaf(163, 0.063897))]):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
            try:
                async with asyncio.TaskGroup() as tg:
                    g17 = tg.create_task(leaf(17, 0.128125))
                    tg.create_task(child(f'{name}/17'))
                    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.062212))[:5])
                    queue.put_nowait(19)
            except ExceptionGroup as e:
                log(name, 'group', 17, e.exceptions)
        if tasks: log(name, 20, tasks[20 % len(tasks)].done(), tasks[20 % len(tasks)].cancelled(), tasks[20 % len(tasks)].cancelling())
    finally:
        log(name, 'finally', 14)
    await asyncio.sleep(0.028513)
    log(name, 21)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks[-1].cancel('by main')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    tasks[0].cancel()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
