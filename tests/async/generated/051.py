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
    try: await asyncio.sleep(0.108001 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if tasks: log(name, 1, tasks[1 % len(tasks)].done(), tasks[1 % len(tasks)].cancelled(), tasks[1 % len(tasks)].cancelling())
async def work1(name):
    async with Manager(2, True):
        asyncio.get_running_loop().call_soon(log, 'soon', 3)
        try:
            async with asyncio.TaskGroup() as tg:
                g4 = tg.create_task(leaf(4, 0.012427))
                tg.create_task(child(f'{name}/4'))
                try:
                    await asyncio.sleep(0)
                except BaseException as e:
                    log(name, 'caught', 5, repr(e))
                    if tasks: log(name, 'cancel', 7, tasks[7 % len(tasks)].cancel('msg'))
                asyncio.get_running_loop().call_soon(log, 'soon', 8)
        except ExceptionGroup as e:
            log(name, 'group', 4, e.exceptions)
async def work2(name):
    log(name, 9, lock.locked(), sem.locked())
    pass
    async with sem:
        log(name, 'sem', 11)
        async with lock:
            log(name, 'lock', 12)
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        queue.put_nowait(14)
        if tasks: log(name, 15, tasks[15 % len(tasks)].done(), tasks[15 % len(tasks)].cancelled(), tasks[15 % len(tasks)].cancelling())
        log(barrier.n_waiting, barrier.broken)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    event.set()
    event.set()
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
