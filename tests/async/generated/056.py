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
    try: await asyncio.sleep(0.118945 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with lock:
        log(name, 'lock', 1)
        try:
            async with asyncio.TaskGroup() as tg:
                g2 = tg.create_task(fail(2, 0.023662))
                tg.create_task(child(f'{name}/2'))
                async for q in counted(3, 4):
                    log(name, 'item', q)
                    asyncio.get_running_loop().call_later(0.124373, log, 'later', 4)
        except ExceptionGroup as e:
            log(name, 'group', 2, e.exceptions)
        log(barrier.n_waiting, barrier.broken)
        if len(tasks) % 2:
            if tasks: log(name, 7, tasks[7 % len(tasks)].done(), tasks[7 % len(tasks)].cancelled(), tasks[7 % len(tasks)].cancelling())
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.110716, 8)), asyncio.create_task(leaf(83, 0.079699))]):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
        else:
            if tasks: log(name, 'cancel', 9, tasks[9 % len(tasks)].cancel('msg'))
    try:
        asyncio.get_running_loop().call_later(0.076324, log, 'later', 11)
        log(queue.qsize(), queue.empty(), queue.full())
    finally:
        log(name, 'finally', 10)
    log(name, 13, lock.locked(), sem.locked())
async def work1(name):
    log(name, 'got', await queue.get())
async def work2(name):
    log(queue.qsize(), queue.empty(), queue.full())
async def work3(name):
    log(queue.get_nowait())
    try:
        pass
        if len(tasks) % 2:
            it = counted(20, 3)
            log(await anext(it))
            del it
        else:
            async with cond:
                cond.notify(2)
                log(name, 'cond', 21)
            log(barrier.n_waiting, barrier.broken)
        async for q in counted(23, 2):
            log(name, 'item', q)
            if tasks: log(name, 'cancel', 24, tasks[24 % len(tasks)].cancel())
        pass
    finally:
        log(name, 'finally', 17)
    try:
        async with asyncio.TaskGroup() as tg:
            g26 = tg.create_task(leaf(26, 0.041720))
            tg.create_task(child(f'{name}/26'))
            log(name, 'got', await queue.get())
            log(name, await fut)
    except ExceptionGroup as e:
        log(name, 'group', 26, e.exceptions)
async def work4(name):
    log([q async for q in counted(29, 1)])
    log(await event.wait())
    try:
        async for q in counted(32, 3):
            log(name, 'item', q)
            for i33 in range(2):
                if tasks: log(name, 34, tasks[34 % len(tasks)].done(), tasks[34 % len(tasks)].cancelled(), tasks[34 % len(tasks)].cancelling())
            asyncio.get_running_loop().call_soon(log, 'soon', 35)
        d, p = await asyncio.wait([asyncio.create_task(leaf(36, 0.064900)), asyncio.create_task(leaf(362, 0.070943))])
        log(name, len(d), len(p))
        for t_ in p: t_.cancel()
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        if tasks: log(name, 37, tasks[37 % len(tasks)].done(), tasks[37 % len(tasks)].cancelled(), tasks[37 % len(tasks)].cancelling())
        async for q in counted(38, 3):
            log(name, 'item', q)
            for i39 in range(1):
                log(queue.qsize(), queue.empty(), queue.full())
            tasks.append(asyncio.create_task(agen_child(f'{name}.41'), name=f'{name}.41'))
    except BaseException as e:
        log(name, 'caught', 31, repr(e))
        tasks.append(asyncio.create_task(child(f'{name}.42'), name=f'{name}.42'))
        tasks.append(asyncio.create_task(agen_child(f'{name}.43'), name=f'{name}.43'))
    log(name, 'got', await queue.get())
async def work5(name):
    pass
    pass
    log(name, 'put', 47)
    await queue.put(47)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    log(tasks[0].done())
    tasks[-1].cancel('by main')
    event.set()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
