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
    try: await asyncio.sleep(0.126969 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if len(tasks) % 2:
        if tasks: log(name, 'cancel', 2, tasks[2 % len(tasks)].cancel())
        if tasks: log(name, 3, tasks[3 % len(tasks)].done(), tasks[3 % len(tasks)].cancelled(), tasks[3 % len(tasks)].cancelling())
        if tasks: log(name, 4, tasks[4 % len(tasks)].done(), tasks[4 % len(tasks)].cancelled(), tasks[4 % len(tasks)].cancelling())
    else:
        await asyncio.sleep(0)
        log(name, await fut)
    log(name, 7, event.is_set())
    event.clear()
    log([q async for q in counted(8, 2)])
    try:
        log([q async for q in counted(10, 1)])
    finally:
        log(name, 'finally', 9)
        if tasks: log(name, 11, tasks[11 % len(tasks)].done(), tasks[11 % len(tasks)].cancelled(), tasks[11 % len(tasks)].cancelling())
async def work1(name):
    if not fut.done(): fut.set_result(12)
    log(name, 'fut', fut.done())
    if not fut.done(): fut.cancel()
    log(name, 'fut', fut.done())
    for i14 in range(1):
        asyncio.get_running_loop().call_later(0.102358, log, 'later', 15)
        try:
            async with asyncio.timeout(0.041727) as tm:
                it = counted(17, 3)
                try:
                    log(await anext(it))
                    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
                finally:
                    log('closes', await it.aclose())
        except TimeoutError as e:
            log(name, 'timeout', 16, repr(e))
        async with cond:
            cond.notify_all()
            log(name, 'cond', 19)
        log(await asyncio.wait_for(leaf(20, 0.008177), 0))
async def work2(name):
    pass
    asyncio.get_running_loop().call_later(0.055515, log, 'later', 22)
    await barrier.wait()
    queue.task_done()
async def work3(name):
    for i25 in range(2):
        log(name, await fut)
    it = counted(27, 3)
    try:
        log(await anext(it))
        queue.task_done()
    finally:
        log('closes', await it.aclose())
    async with Manager(29, False):
        raise E1(30)
        log([q async for q in counted(31, 3)])
        log(name, 32, lock.locked(), sem.locked())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    log(tasks[0].done())
    log(tasks[0].done())
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
