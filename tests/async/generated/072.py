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
    try: await asyncio.sleep(0.109231 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    queue.task_done()
    async with lock:
        log(name, 'lock', 2)
        for i3 in range(2):
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work1(name):
    asyncio.get_running_loop().call_soon(log, 'soon', 5)
    if tasks: log(name, 'cancel', 6, tasks[6 % len(tasks)].cancel())
    try:
        async with asyncio.TaskGroup() as tg:
            g7 = tg.create_task(leaf(7, 0.076110))
            tg.create_task(child(f'{name}/7'))
            async with sem:
                log(name, 'sem', 8)
                pass
                log(name, 'put', 10)
                await queue.put(10)
            async with lock:
                log(name, 'lock', 11)
                it = counted(12, 3)
                try:
                    log(await anext(it))
                    asyncio.get_running_loop().call_soon(log, 'soon', 13)
                finally:
                    log('closes', await it.aclose())
                log(name, 14, lock.locked(), sem.locked())
    except ExceptionGroup as e:
        log(name, 'group', 7, e.exceptions)
    log(await asyncio.gather(leaf(15), leaf(151, 0.052334), fail(8), return_exceptions=True))
async def work2(name):
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.065166))[:5])
    if tasks: log(name, 17, tasks[17 % len(tasks)].done(), tasks[17 % len(tasks)].cancelled(), tasks[17 % len(tasks)].cancelling())
async def work3(name):
    if len(tasks) % 2:
        asyncio.get_running_loop().call_soon(log, 'soon', 19)
    else:
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.097995, 20)), asyncio.create_task(leaf(203, 0.126423))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def work4(name):
    asyncio.get_running_loop().call_soon(log, 'soon', 21)
    await asyncio.sleep(0.005716)
    log(name, 22)
    asyncio.get_running_loop().call_later(0.053101, log, 'later', 23)
    log(await asyncio.gather(leaf(24), leaf(241, 0.111672), fail(8), return_exceptions=True))
async def work5(name):
    async with cond:
        cond.notify_all()
        log(name, 'cond', 25)
    try:
        try:
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            try:
                async with asyncio.timeout(0.046954) as tm:
                    log(await asyncio.gather(leaf(30), leaf(301, 0.013618), leaf(9), return_exceptions=True))
                    log([q async for q in counted(31, 3)])
            except TimeoutError as e:
                log(name, 'timeout', 29, repr(e))
        except asyncio.CancelledError as e:
            log(name, 'caught', 27, repr(e))
            log(name, 'got', await queue.get())
            raise
    except asyncio.CancelledError as e:
        log(name, 'caught', 26, repr(e))
        log(name, 33, event.is_set())
        event.set(); event.clear()
        raise
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
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
