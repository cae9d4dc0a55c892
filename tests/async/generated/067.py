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
    try: await asyncio.sleep(0.001364 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    await asyncio.sleep(0.104968)
    log(name, 2)
    await asyncio.sleep(0)
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work1(name):
    queue.put_nowait(5)
    log(name, 6, lock.locked(), sem.locked())
async def work2(name):
    tasks.append(asyncio.create_task(agen_child(f'{name}.7'), name=f'{name}.7'))
    queue.put_nowait(8)
    if tasks: log(name, 'cancel', 9, tasks[9 % len(tasks)].cancel('msg'))
    async with sem:
        log(name, 'sem', 10)
        if not fut.done(): fut.set_exception(E2(11))
        log(name, 'fut', fut.done())
        try:
            log(name, 13, lock.locked(), sem.locked())
            async with lock:
                log(name, 'lock', 14)
                async with cond:
                    cond.notify_all()
                    log(name, 'cond', 15)
        except Exception as e:
            log(name, 'caught', 12, repr(e))
            log(await asyncio.gather(leaf(16), leaf(161, 0.013399), leaf(7, 0.048836), return_exceptions=True))
            raise
async def work3(name):
    log(await asyncio.gather(leaf(17), leaf(171, 0.054465), leaf(7, 0.025974), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as tg:
            g18 = tg.create_task(leaf(18, 0.096377))
            tg.create_task(child(f'{name}/18'))
            if len(tasks) % 2:
                log(name, 20, event.is_set())
                event.clear()
            else:
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
            log(name, await fut)
            await barrier.wait()
    except ExceptionGroup as e:
        log(name, 'group', 18, e.exceptions)
    async with lock:
        log(name, 'lock', 24)
        asyncio.get_running_loop().call_soon(log, 'soon', 25)
        log(await event.wait())
        pass
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def work4(name):
    try:
        log(name, 'put', 30)
        await queue.put(30)
        for i31 in range(2):
            if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.105477))[:5])
        async for q in counted(33, 2):
            log(name, 'item', q)
            for i34 in range(2):
                log(name, 'got', await queue.get())
                await asyncio.sleep(0)
        if tasks: log(name, 'cancel', 37, tasks[37 % len(tasks)].cancel())
    except asyncio.TimeoutError as e:
        log(name, 'caught', 29, repr(e))
        log(name, 'put', 38)
        await queue.put(38)
        raise
    it = counted(39, 3)
    log(await anext(it))
    del it
    async with sem:
        log(name, 'sem', 40)
        await asyncio.sleep(0.035641)
        log(name, 41)
        tasks.append(asyncio.create_task(child(f'{name}.42'), name=f'{name}.42'))
        log(name, 43, event.is_set())
        event.set()
    log(await asyncio.wait_for(leaf(44, 0.085853), 0.128759))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
