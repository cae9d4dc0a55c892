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
    try: await asyncio.sleep(0.128387 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    asyncio.get_running_loop().call_soon(log, 'soon', 1)
    log(name, await fut)
    try:
        async with asyncio.TaskGroup() as tg:
            g3 = tg.create_task(fail(3, 0.068487))
            tg.create_task(child(f'{name}/3'))
            try:
                try:
                    await asyncio.sleep(0.104262)
                    log(name, 6)
                    log(await event.wait())
                finally:
                    log(name, 'finally', 5)
                    log(name, await fut)
                    if tasks: log(name, 'cancel', 9, tasks[9 % len(tasks)].cancel())
            except asyncio.CancelledError as e:
                log(name, 'caught', 4, repr(e))
                log(await asyncio.gather(leaf(10), leaf(101, 0.063277), leaf(7, 0.110656), return_exceptions=True))
                tasks.append(asyncio.ensure_future(child(f'{name}:11')))
                tasks[-1].add_done_callback(lambda t: log('done', 11, t.cancelled()))
                raise
            try:
                log(await asyncio.wait_for(leaf(13, 0.094961), 0.108588))
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            finally:
                log(name, 'finally', 12)
            queue.task_done()
    except ExceptionGroup as e:
        log(name, 'group', 3, e.exceptions)
async def work1(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g16 = tg.create_task(fail(16, 0.033794))
            tg.create_task(child(f'{name}/16'))
            async with Manager(17, True):
                async with Manager(18, True):
                    asyncio.get_running_loop().call_soon(log, 'soon', 19)
            async with cond:
                cond.notify()
                log(name, 'cond', 20)
            it = counted(21, 3)
            log(await anext(it))
            del it
    except ExceptionGroup as e:
        log(name, 'group', 16, e.exceptions)
    log(await asyncio.gather(leaf(22), leaf(221, 0.028958), fail(8), return_exceptions=True))
    it = counted(23, 3)
    log(await anext(it))
    del it
async def work2(name):
    if tasks: log(name, 'cancel', 24, tasks[24 % len(tasks)].cancel('msg'))
async def work3(name):
    tasks.append(asyncio.ensure_future(child(f'{name}:25')))
    tasks[-1].add_done_callback(lambda t: log('done', 25, t.cancelled()))
    asyncio.get_running_loop().call_later(0.059201, log, 'later', 26)
    try:
        async with asyncio.TaskGroup() as tg:
            g27 = tg.create_task(leaf(27, 0.129664))
            tg.create_task(child(f'{name}/27'))
            queue.task_done()
            await asyncio.sleep(0.108107)
            log(name, 29)
            try:
                async with asyncio.TaskGroup() as tg:
                    g30 = tg.create_task(leaf(30, 0.000968))
                    tg.create_task(child(f'{name}/30'))
                    if tasks: log(name, 31, tasks[31 % len(tasks)].done(), tasks[31 % len(tasks)].cancelled(), tasks[31 % len(tasks)].cancelling())
            except ExceptionGroup as e:
                log(name, 'group', 30, e.exceptions)
    except ExceptionGroup as e:
        log(name, 'group', 27, e.exceptions)
    try:
        d, p = await asyncio.wait([asyncio.create_task(leaf(33, 0.077188)), asyncio.create_task(leaf(332, 0.119280))], return_when=asyncio.FIRST_COMPLETED)
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        log(name, await asyncio.shield(fut))
        it = counted(35, 3)
        log(await anext(it))
        del it
        log(name, 36, lock.locked(), sem.locked())
    except asyncio.CancelledError as e:
        log(name, 'caught', 32, repr(e))
        log([q async for q in counted(37, 1)])
        raise
async def work4(name):
    asyncio.get_running_loop().call_soon(log, 'soon', 38)
    async for q in counted(39, 4):
        log(name, 'item', q)
        pass
        pass
    log(await asyncio.gather(leaf(42), leaf(421, 0.089524), leaf(9), return_exceptions=True))
    if len(tasks) % 2:
        log(name, await asyncio.shield(fut))
        log(await asyncio.wait_for(leaf(45, 0.009484), 0.054657))
        for i46 in range(2):
            asyncio.get_running_loop().call_later(0.096264, log, 'later', 47)
    else:
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        queue.task_done()
async def work5(name):
    async with Manager(50, True):
        async with lock:
            log(name, 'lock', 51)
            try:
                async with asyncio.TaskGroup() as tg:
                    g52 = tg.create_task(leaf(52, 0.000469))
                    tg.create_task(child(f'{name}/52'))
                    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            except ExceptionGroup as e:
                log(name, 'group', 52, e.exceptions)
            async for q in counted(54, 1):
                log(name, 'item', q)
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.050552, 55)), asyncio.create_task(leaf(553, 0.072075))], timeout=0.093141):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
        try:
            async with asyncio.TaskGroup() as tg:
                g56 = tg.create_task(leaf(56, 0.090279))
                tg.create_task(child(f'{name}/56'))
                async with sem:
                    log(name, 'sem', 57)
                    asyncio.get_running_loop().call_soon(log, 'soon', 58)
                    pass
                if tasks: log(name, 60, tasks[60 % len(tasks)].done(), tasks[60 % len(tasks)].cancelled(), tasks[60 % len(tasks)].cancelling())
        except ExceptionGroup as e:
            log(name, 'group', 56, e.exceptions)
    log(queue.get_nowait())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    await asyncio.sleep(0.003936)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    log(tasks[0].done())
    event.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
