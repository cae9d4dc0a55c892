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
    try: await asyncio.sleep(0.033418 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(await event.wait())
    async with cond:
        cond.notify(2)
        log(name, 'cond', 2)
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
    log(queue.get_nowait())
async def work1(name):
    try:
        async with asyncio.timeout(0.003683):
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            try:
                log(await asyncio.gather(leaf(8), leaf(81, 0.036341), leaf(7, 0.063749), return_exceptions=True))
                log(await asyncio.gather(leaf(9), leaf(91, 0.052407), fail(8), return_exceptions=False))
            except asyncio.CancelledError as e:
                log(name, 'caught', 7, repr(e))
                log(name, 'put', 10)
                await queue.put(10)
                raise
    except TimeoutError as e:
        log(name, 'timeout', 5, repr(e))
    if tasks: log(name, 11, tasks[11 % len(tasks)].done(), tasks[11 % len(tasks)].cancelled(), tasks[11 % len(tasks)].cancelling())
    try:
        async with asyncio.timeout(0.027601):
            pass
            await asyncio.sleep(0.127914)
            log(name, 14)
            log(await asyncio.gather(leaf(15), leaf(151, 0.027845), fail(8), return_exceptions=False))
    except E1 as e:
        log(name, 'timeout', 12, repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    await asyncio.sleep(0)
    await asyncio.sleep(0.108061)
    fut.cancel() if not fut.done() else None
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
