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
    try: await asyncio.sleep(0.118392 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with sem:
        log(name, 'sem', 1)
        raise E1(2)
        tasks.append(asyncio.create_task(child(f'{name}.3'), name=f'{name}.3'))
async def work1(name):
    queue.task_done()
    log(name, 'got', await queue.get())
    for i6 in range(2):
        if len(tasks) % 2:
            pass
        else:
            log(name, 9, lock.locked(), sem.locked())
        log([q async for q in counted(10, 1)])
async def work2(name):
    asyncio.get_running_loop().call_later(0.011002, log, 'later', 11)
    for i12 in range(1):
        log(barrier.n_waiting, barrier.broken)
        await asyncio.sleep(0.085152)
        log(name, 14)
        log([q async for q in counted(15, 3)])
        async with lock:
            log(name, 'lock', 16)
            try:
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            finally:
                log(name, 'finally', 17)
                log(await asyncio.wait_for(leaf(19, 0.089380), 0.037989))
                pass
            pass
    try:
        async with asyncio.TaskGroup() as tg:
            g22 = tg.create_task(leaf(22, 0.001046))
            tg.create_task(child(f'{name}/22'))
            if len(tasks) % 2:
                await asyncio.sleep(0)
            else:
                log(name, 'put', 25)
                await queue.put(25)
                tasks.append(asyncio.ensure_future(child(f'{name}:26')))
                tasks[-1].add_done_callback(lambda t: log('done', 26, t.cancelled()))
    except ExceptionGroup as e:
        log(name, 'group', 22, e.exceptions)
    log(name, await fut)
async def work3(name):
    log(await asyncio.gather(leaf(28), leaf(281, 0.030209), leaf(9), return_exceptions=False))
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
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
    tasks[-1].cancel('by main')
    event.set()
    await asyncio.sleep(0)
    tasks[-1].cancel('by main')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
