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
    try: await asyncio.sleep(0.061624 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    pass
async def work1(name):
    async with lock:
        log(name, 'lock', 2)
        async with Manager(3, False):
            async for q in counted(4, 3):
                log(name, 'item', q)
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                async with cond:
                    await cond.wait()
                    log(name, 'cond', 6)
        log(name, await asyncio.shield(fut))
    log(name, await asyncio.shield(fut))
    async for q in counted(9, 3):
        log(name, 'item', q)
        log(await asyncio.gather(leaf(10), leaf(101, 0.079766), fut, return_exceptions=False))
        try:
            async with asyncio.TaskGroup() as tg:
                g11 = tg.create_task(fail(11, 0.002017))
                tg.create_task(child(f'{name}/11'))
                log(name, 'put', 12)
                await queue.put(12)
                asyncio.get_running_loop().call_soon(log, 'soon', 13)
        except ExceptionGroup as e:
            log(name, 'group', 11, e.exceptions)
        if tasks: log(name, 'cancel', 14, tasks[14 % len(tasks)].cancel())
    log(await asyncio.gather(leaf(15), leaf(151, 0.084064), leaf(7, 0.030794), return_exceptions=True))
async def work2(name):
    log(await asyncio.gather(leaf(16), leaf(161, 0.125395), fut, return_exceptions=False))
    try:
        async with asyncio.TaskGroup() as tg:
            g17 = tg.create_task(leaf(17, 0.048971))
            tg.create_task(child(f'{name}/17'))
            try:
                async with asyncio.timeout(0.113882) as tm:
                    log(barrier.n_waiting, barrier.broken)
                    asyncio.get_running_loop().call_soon(log, 'soon', 20)
            except E1 as e:
                log(name, 'timeout', 18, repr(e))
            await asyncio.sleep(0.067228)
            log(name, 21)
            tasks.append(asyncio.ensure_future(child(f'{name}:22')))
            tasks[-1].add_done_callback(lambda t: log('done', 22, t.cancelled()))
    except ExceptionGroup as e:
        log(name, 'group', 17, e.exceptions)
    await asyncio.sleep(0.098303)
    log(name, 23)
async def work3(name):
    async with lock:
        log(name, 'lock', 24)
        it = counted(25, 3)
        log(await anext(it))
        del it
    await asyncio.sleep(0)
async def work4(name):
    if len(tasks) % 2:
        if tasks: log(name, 'cancel', 28, tasks[28 % len(tasks)].cancel())
        queue.task_done()
        log(queue.qsize(), queue.empty(), queue.full())
        tasks.append(asyncio.create_task(child(f'{name}.31'), name=f'{name}.31'))
    else:
        log(name, 32, event.is_set())
        event.set()
    it = counted(33, 3)
    log(await anext(it))
    del it
    it = counted(34, 3)
    log(await anext(it))
    del it
async def work5(name):
    try:
        await asyncio.sleep(0.127017)
        log(name, 36)
    except asyncio.CancelledError as e:
        log(name, 'caught', 35, repr(e))
        tasks.append(asyncio.ensure_future(child(f'{name}:37')))
        tasks[-1].add_done_callback(lambda t: log('done', 37, t.cancelled()))
        pass
    async with lock:
        log(name, 'lock', 39)
        try:
            async with sem:
                log(name, 'sem', 41)
                asyncio.get_running_loop().call_soon(log, 'soon', 42)
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            log(queue.qsize(), queue.empty(), queue.full())
        finally:
            log(name, 'finally', 40)
        async with Manager(45, False):
            async with lock:
                log(name, 'lock', 46)
                tasks.append(asyncio.ensure_future(child(f'{name}:47')))
                tasks[-1].add_done_callback(lambda t: log('done', 47, t.cancelled()))
                asyncio.get_running_loop().call_soon(log, 'soon', 48)
            try:
                log(queue.get_nowait())
            except asyncio.TimeoutError as e:
                log(name, 'caught', 49, repr(e))
                if not fut.done(): fut.set_result(51)
                log(name, 'fut', fut.done())
                log(barrier.n_waiting, barrier.broken)
                raise
        log(await asyncio.gather(leaf(53), leaf(531, 0.053676), fail(8), return_exceptions=True))
        log(name, 54, lock.locked(), sem.locked())
    asyncio.get_running_loop().call_later(0.119700, log, 'later', 55)
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    tasks[0].cancel()
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
