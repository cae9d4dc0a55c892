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
    try: await asyncio.sleep(0.120435 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, 'put', 1)
    await queue.put(1)
    tasks.append(asyncio.ensure_future(child(f'{name}:2')))
    tasks[-1].add_done_callback(lambda t: log('done', 2, t.cancelled()))
async def work1(name):
    await asyncio.sleep(0)
    async with Manager(4, False):
        await asyncio.sleep(0.064340)
        log(name, 5)
        async with lock:
            log(name, 'lock', 6)
            await asyncio.sleep(0)
        try:
            async with asyncio.TaskGroup() as tg:
                g8 = tg.create_task(leaf(8, 0.104561))
                tg.create_task(child(f'{name}/8'))
                pass
                async with sem:
                    log(name, 'sem', 10)
                    log(name, 'put', 11)
                    await queue.put(11)
        except ExceptionGroup as e:
            log(name, 'group', 8, e.exceptions)
        await asyncio.sleep(0.109452)
        log(name, 12)
async def work2(name):
    pass
    async with Manager(14, True):
        log(name, 15, lock.locked(), sem.locked())
        log([q async for q in counted(16, 1)])
        queue.task_done()
        tasks.append(asyncio.ensure_future(child(f'{name}:18')))
        tasks[-1].add_done_callback(lambda t: log('done', 18, t.cancelled()))
    try:
        async for q in counted(20, 4):
            log(name, 'item', q)
            log(await asyncio.wait_for(leaf(21, 0.069113), 0.086300))
            await barrier.wait()
        await barrier.wait()
    except asyncio.CancelledError as e:
        log(name, 'caught', 19, repr(e))
        pass
    try:
        async with asyncio.timeout(0.069668):
            for i26 in range(3):
                async with lock:
                    log(name, 'lock', 27)
                    queue.put_nowait(28)
            tasks.append(asyncio.create_task(child(f'{name}.29'), name=f'{name}.29'))
            try:
                await asyncio.sleep(0.015569)
                log(name, 31)
                if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.069677))[:5])
            except asyncio.TimeoutError as e:
                log(name, 'caught', 30, repr(e))
                asyncio.get_running_loop().call_later(0.001511, log, 'later', 33)
                tasks.append(asyncio.ensure_future(child(f'{name}:34')))
                tasks[-1].add_done_callback(lambda t: log('done', 34, t.cancelled()))
    except E1 as e:
        log(name, 'timeout', 25, repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks[-1].cancel('by main')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0)
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
