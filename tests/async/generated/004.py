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
    try: await asyncio.sleep(0.061708 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async for q in counted(1, 1):
        log(name, 'item', q)
        if tasks: log(name, 'cancel', 2, tasks[2 % len(tasks)].cancel())
        log(name, 'put', 3)
        await queue.put(3)
        async with lock:
            log(name, 'lock', 4)
            await asyncio.sleep(0.075707)
            log(name, 5)
            async with lock:
                log(name, 'lock', 6)
                tasks.append(asyncio.create_task(child(f'{name}.7'), name=f'{name}.7'))
        await asyncio.sleep(0.006546)
        log(name, 8)
    try:
        async with asyncio.TaskGroup() as tg:
            g9 = tg.create_task(leaf(9, 0.114564))
            tg.create_task(child(f'{name}/9'))
            async with Manager(10, True):
                for i11 in range(2):
                    await asyncio.sleep(0.114369)
                    log(name, 12)
            try:
                async with asyncio.TaskGroup() as tg:
                    g13 = tg.create_task(leaf(13, 0.077383))
                    tg.create_task(child(f'{name}/13'))
                    log(name, 14, lock.locked(), sem.locked())
                    raise E1(15)
            except ExceptionGroup as e:
                log(name, 'group', 13, e.exceptions)
    except ExceptionGroup as e:
        log(name, 'group', 9, e.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            g16 = tg.create_task(leaf(16, 0.121370))
            tg.create_task(child(f'{name}/16'))
            log(await asyncio.wait_for(leaf(17, 0.105043), 0.126826))
    except ExceptionGroup as e:
        log(name, 'group', 16, e.exceptions)
async def work1(name):
    if not fut.done(): fut.set_result(18)
    log(name, 'fut', fut.done())
    await asyncio.sleep(0.009311)
    log(name, 19)
async def work2(name):
    async with sem:
        log(name, 'sem', 20)
        if tasks: log(name, 21, tasks[21 % len(tasks)].done(), tasks[21 % len(tasks)].cancelled(), tasks[21 % len(tasks)].cancelling())
    for i22 in range(1):
        log(queue.get_nowait())
        async with sem:
            log(name, 'sem', 24)
            log([q async for q in counted(25, 3)])
async def work3(name):
    async with cond:
        await cond.wait()
        log(name, 'cond', 26)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    event.set()
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.017492)
    await asyncio.sleep(0.035258)
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
