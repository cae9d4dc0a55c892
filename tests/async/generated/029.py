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
    try: await asyncio.sleep(0.048721 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    try:
        it = counted(4, 3)
        log(await anext(it))
        del it
        it = counted(5, 3)
        try:
            log(await anext(it))
            asyncio.get_running_loop().call_later(0.126460, log, 'later', 6)
            log(name, 7, event.is_set())
            event.set()
        finally:
            log('closes', await it.aclose())
        it = counted(8, 3)
        log(await anext(it))
        del it
    finally:
        log(name, 'finally', 3)
async def work1(name):
    raise E1(9)
async def work2(name):
    try:
        async for q in counted(11, 1):
            log(name, 'item', q)
            async with sem:
                log(name, 'sem', 12)
                asyncio.get_running_loop().call_soon(log, 'soon', 13)
        try:
            log([q async for q in counted(15, 2)])
        finally:
            log(name, 'finally', 14)
    finally:
        log(name, 'finally', 10)
    asyncio.get_running_loop().call_soon(log, 'soon', 16)
    try:
        async with asyncio.TaskGroup() as tg:
            g17 = tg.create_task(leaf(17, 0.014487))
            tg.create_task(child(f'{name}/17'))
            if tasks: log(name, 'cancel', 18, tasks[18 % len(tasks)].cancel())
    except ExceptionGroup as e:
        log(name, 'group', 17, e.exceptions)
    tasks.append(asyncio.create_task(agen_child(f'{name}.19'), name=f'{name}.19'))
async def work3(name):
    it = counted(20, 3)
    try:
        log(await anext(it))
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.014560, 21)), asyncio.create_task(leaf(213, 0.108512))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        log(await asyncio.gather(leaf(22), leaf(221, 0.079314), leaf(9), return_exceptions=False))
    finally:
        log('closes', await it.aclose())
    if len(tasks) % 2:
        async with lock:
            log(name, 'lock', 24)
            it = counted(25, 3)
            try:
                log(await anext(it))
                tasks.append(asyncio.create_task(child(f'{name}.26'), name=f'{name}.26'))
                log(name, 27, lock.locked(), sem.locked())
            finally:
                log('closes', await it.aclose())
            await asyncio.sleep(0.040564)
            log(name, 28)
        try:
            pass
            pass
        except asyncio.CancelledError as e:
            log(name, 'caught', 29, repr(e))
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.113683, 34)), asyncio.create_task(leaf(343, 0.042529))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
    else:
        log(name, 'got', await queue.get())
    asyncio.get_running_loop().call_soon(log, 'soon', 36)
    try:
        async with asyncio.TaskGroup() as tg:
            g37 = tg.create_task(fail(37, 0.100101))
            tg.create_task(child(f'{name}/37'))
            await asyncio.sleep(0.091387)
            log(name, 38)
            log(queue.qsize(), queue.empty(), queue.full())
    except ExceptionGroup as e:
        log(name, 'group', 37, e.exceptions)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0)
    log(tasks[0].done())
    tasks[0].cancel()
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
