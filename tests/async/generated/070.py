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
    try: await asyncio.sleep(0.083718 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with Manager(1, True):
        asyncio.get_running_loop().call_later(0.080923, log, 'later', 2)
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.113715, 3)), asyncio.create_task(leaf(33, 0.062036))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def work1(name):
    log(name, 'got', await queue.get())
async def work2(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g5 = tg.create_task(fail(5, 0.012221))
            tg.create_task(child(f'{name}/5'))
            try:
                async with asyncio.TaskGroup() as tg:
                    g6 = tg.create_task(leaf(6, 0.083811))
                    tg.create_task(child(f'{name}/6'))
                    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.030759, 8)), asyncio.create_task(leaf(83, 0.067066))], timeout=0.034894):
                        try: log(await c)
                        except (E1, asyncio.TimeoutError) as e: log(repr(e))
            except ExceptionGroup as e:
                log(name, 'group', 6, e.exceptions)
            log([q async for q in counted(9, 1)])
            async with sem:
                log(name, 'sem', 10)
                asyncio.get_running_loop().call_later(0.101138, log, 'later', 11)
                log(await event.wait())
            async for q in counted(13, 3):
                log(name, 'item', q)
                it = counted(14, 3)
                log(await anext(it))
                del it
                log(name, await asyncio.shield(fut))
    except ExceptionGroup as e:
        log(name, 'group', 5, e.exceptions)
    it = counted(16, 3)
    try:
        log(await anext(it))
        if tasks: log(name, 'cancel', 17, tasks[17 % len(tasks)].cancel('msg'))
    finally:
        log('closes', await it.aclose())
    try:
        async with asyncio.TaskGroup() as tg:
            g18 = tg.create_task(leaf(18, 0.090478))
            tg.create_task(child(f'{name}/18'))
            log([q async for q in counted(19, 1)])
            try:
                async with asyncio.timeout(0.040746) as tm:
                    log(queue.get_nowait())
                    log(queue.get_nowait())
            except TimeoutError as e:
                log(name, 'timeout', 20, repr(e))
            async with lock:
                log(name, 'lock', 23)
                async with cond:
                    cond.notify_all()
                    log(name, 'cond', 24)
            log([q async for q in counted(25, 1)])
    except ExceptionGroup as e:
        log(name, 'group', 18, e.exceptions)
    log(name, await fut)
async def work3(name):
    for i27 in range(3):
        for i28 in range(2):
            if tasks: log(name, 'cancel', 29, tasks[29 % len(tasks)].cancel('msg'))
            async with cond:
                await cond.wait()
                log(name, 'cond', 30)
        pass
        async with sem:
            log(name, 'sem', 32)
            log([q async for q in counted(33, 1)])
        log(name, 34, event.is_set())
        event.set()
async def work4(name):
    for i35 in range(2):
        log(await asyncio.wait_for(leaf(36, 0.018684), 0))
        it = counted(37, 3)
        try:
            log(await anext(it))
            await asyncio.sleep(0.007343)
            log(name, 38)
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        finally:
            log('closes', await it.aclose())
        if tasks: log(name, 40, tasks[40 % len(tasks)].done(), tasks[40 % len(tasks)].cancelled(), tasks[40 % len(tasks)].cancelling())
        await barrier.wait()
    log(name, 'got', await queue.get())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    log(tasks[0].done())
    event.set()
    event.set()
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
