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
    try: await asyncio.sleep(0.094721 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    tasks.append(asyncio.ensure_future(child(f'{name}:1')))
    tasks[-1].add_done_callback(lambda t: log('done', 1, t.cancelled()))
async def work1(name):
    log([q async for q in counted(2, 3)])
    try:
        async with asyncio.timeout(0.075855) as tm:
            log([q async for q in counted(4, 2)])
            try:
                async with asyncio.TaskGroup() as tg:
                    g5 = tg.create_task(fail(5, 0.101105))
                    tg.create_task(child(f'{name}/5'))
                    log(name, await fut)
                    async with sem:
                        log(name, 'sem', 7)
                        log(name, 8, lock.locked(), sem.locked())
                        tasks.append(asyncio.ensure_future(child(f'{name}:9')))
                        tasks[-1].add_done_callback(lambda t: log('done', 9, t.cancelled()))
            except ExceptionGroup as e:
                log(name, 'group', 5, e.exceptions)
    except TimeoutError as e:
        log(name, 'timeout', 3, repr(e))
    async with cond:
        cond.notify()
        log(name, 'cond', 10)
    for i11 in range(1):
        await barrier.wait()
async def work2(name):
    log(barrier.n_waiting, barrier.broken)
    log(await asyncio.wait_for(leaf(14, 0.034474), None))
async def work3(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g15 = tg.create_task(leaf(15, 0.029656))
            tg.create_task(child(f'{name}/15'))
            try:
                for i17 in range(1):
                    await asyncio.sleep(0)
                    await asyncio.sleep(0)
            except asyncio.TimeoutError as e:
                log(name, 'caught', 16, repr(e))
                log(name, 20, event.is_set())
                event.clear()
                raise
    except ExceptionGroup as e:
        log(name, 'group', 15, e.exceptions)
    async with lock:
        log(name, 'lock', 21)
        log(name, await asyncio.shield(fut))
        log(name, 23, event.is_set())
        event.set()
    log([q async for q in counted(24, 1)])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    log(tasks[0].done())
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
