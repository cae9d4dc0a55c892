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
    try: await asyncio.sleep(0.059965 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    await asyncio.sleep(0)
async def work1(name):
    log(name, await fut)
    for i3 in range(1):
        async with sem:
            log(name, 'sem', 4)
            log(name, 'put', 5)
            await queue.put(5)
            try:
                async with asyncio.timeout(0.052538):
                    async with cond:
                        cond.notify()
                        log(name, 'cond', 7)
                    d, p = await asyncio.wait([asyncio.create_task(leaf(8, 0.006904)), asyncio.create_task(leaf(82, 0.119365))], return_when=asyncio.FIRST_COMPLETED)
                    log(name, len(d), len(p))
                    pass
                    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            except TimeoutError as e:
                log(name, 'timeout', 6, repr(e))
        it = counted(9, 3)
        try:
            log(await anext(it))
            await asyncio.sleep(0.080358)
            log(name, 10)
            if tasks: log(name, 11, tasks[11 % len(tasks)].done(), tasks[11 % len(tasks)].cancelled(), tasks[11 % len(tasks)].cancelling())
        finally:
            log('closes', await it.aclose())
        if not fut.done(): fut.set_exception(E2(12))
        log(name, 'fut', fut.done())
    log(name, 'got', await queue.get())
async def work2(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    it = counted(15, 3)
    try:
        log(await anext(it))
        if tasks: log(name, 'cancel', 16, tasks[16 % len(tasks)].cancel('msg'))
    finally:
        log('closes', await it.aclose())
async def work3(name):
    await barrier.wait()
    asyncio.get_running_loop().call_later(0.042522, log, 'later', 18)
async def work4(name):
    it = counted(19, 3)
    try:
        log(await anext(it))
        log(queue.get_nowait())
        await asyncio.sleep(0.043781)
        log(name, 21)
    finally:
        log('closes', await it.aclose())
    if len(tasks) % 2:
        log(await asyncio.wait_for(leaf(23, 0.023459), None))
    else:
        pass
        log(name, 25, lock.locked(), sem.locked())
async def work5(name):
    log([q async for q in counted(26, 1)])
    if tasks: log(name, 'cancel', 27, tasks[27 % len(tasks)].cancel())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
