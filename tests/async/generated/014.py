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
    try: await asyncio.sleep(0.125457 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
    try:
        if tasks: log(name, 3, tasks[3 % len(tasks)].done(), tasks[3 % len(tasks)].cancelled(), tasks[3 % len(tasks)].cancelling())
        log(name, 'put', 4)
        await queue.put(4)
        log(await asyncio.wait_for(leaf(5, 0.085030), 0))
        await asyncio.sleep(0.066355)
        log(name, 6)
    except E1 as e:
        log(name, 'caught', 2, repr(e))
        if tasks: log(name, 'cancel', 7, tasks[7 % len(tasks)].cancel())
        log(await asyncio.gather(leaf(8), leaf(81, 0.025695), leaf(7, 0.013424), return_exceptions=False))
        raise
async def work1(name):
    if tasks: log(name, 'cancel', 9, tasks[9 % len(tasks)].cancel())
    pass
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
async def work2(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g12 = tg.create_task(leaf(12, 0.027834))
            tg.create_task(child(f'{name}/12'))
            tasks.append(asyncio.ensure_future(child(f'{name}:13')))
            tasks[-1].add_done_callback(lambda t: log('done', 13, t.cancelled()))
            try: log(tasks[-1].result())
            except BaseException as e: log(repr(e))
            if tasks: log(name, 'cancel', 15, tasks[15 % len(tasks)].cancel())
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    except ExceptionGroup as e:
        log(name, 'group', 12, e.exceptions)
    log(name, 17, lock.locked(), sem.locked())
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
    try:
        tasks.append(asyncio.ensure_future(child(f'{name}:20')))
        tasks[-1].add_done_callback(lambda t: log('done', 20, t.cancelled()))
        queue.put_nowait(21)
    except asyncio.CancelledError as e:
        log(name, 'caught', 19, repr(e))
        pass
        raise
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    event.set()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.086292)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
