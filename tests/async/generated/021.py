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
    try: await asyncio.sleep(0.044259 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    for i1 in range(2):
        async with lock:
            log(name, 'lock', 2)
            for i3 in range(1):
                pass
    it = counted(5, 3)
    try:
        log(await anext(it))
        pass
        if tasks: log(name, 7, tasks[7 % len(tasks)].done(), tasks[7 % len(tasks)].cancelled(), tasks[7 % len(tasks)].cancelling())
    finally:
        log('closes', await it.aclose())
    it = counted(8, 3)
    log(await anext(it))
    del it
    if tasks: log(name, 9, tasks[9 % len(tasks)].done(), tasks[9 % len(tasks)].cancelled(), tasks[9 % len(tasks)].cancelling())
async def work1(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    async with Manager(11, True):
        try: log(tasks[-1].result())
        except BaseException as e: log(repr(e))
async def work2(name):
    try:
        async for q in counted(14, 3):
            log(name, 'item', q)
            queue.task_done()
        try:
            try:
                async with asyncio.TaskGroup() as tg:
                    g17 = tg.create_task(leaf(17, 0.020395))
                    tg.create_task(child(f'{name}/17'))
                    log(name, 18, event.is_set())
                    event.set(); event.clear()
            except ExceptionGroup as e:
                log(name, 'group', 17, e.exceptions)
            try:
                async with asyncio.timeout(0.059486) as tm:
                    pass
                    log(await event.wait())
            except TimeoutError as e:
                log(name, 'timeout', 19, repr(e))
        except asyncio.CancelledError as e:
            log(name, 'caught', 16, repr(e))
            await asyncio.sleep(0)
            log(barrier.n_waiting, barrier.broken)
            raise
    except asyncio.CancelledError as e:
        log(name, 'caught', 13, repr(e))
        try: log(tasks[-1].result())
        except BaseException as e: log(repr(e))
        raise
async def work3(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g25 = tg.create_task(fail(25, 0.068092))
            tg.create_task(child(f'{name}/25'))
            async with cond:
                cond.notify(2)
                log(name, 'cond', 26)
    except ExceptionGroup as e:
        log(name, 'group', 25, e.exceptions)
    async for q in counted(27, 2):
        log(name, 'item', q)
        try:
            it = counted(29, 3)
            try:
                log(await anext(it))
                log(name, 30, event.is_set())
                event.set()
            finally:
                log('closes', await it.aclose())
            try:
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            finally:
                log(name, 'finally', 31)
                pass
        finally:
            log(name, 'finally', 28)
            log(barrier.n_waiting, barrier.broken)
    queue.put_nowait(35)
    try:
        async with Manager(37, True):
            it = counted(38, 3)
            log(await anext(it))
            del it
        if tasks: log(name, 39, tasks[39 % len(tasks)].done(), tasks[39 % len(tasks)].cancelled(), tasks[39 % len(tasks)].cancelling())
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        log(name, 41, event.is_set())
        event.set()
    except E1 as e:
        log(name, 'caught', 36, repr(e))
        log(queue.get_nowait())
        log(await asyncio.gather(leaf(43), leaf(431, 0.008614), fail(8), return_exceptions=False))
async def work4(name):
    log(await event.wait())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    log(tasks[0].done())
    log(tasks[0].done())
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
