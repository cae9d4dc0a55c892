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
    try: await asyncio.sleep(0.033335 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        log(name, await asyncio.shield(fut))
        async with sem:
            log(name, 'sem', 3)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        async with cond:
            cond.notify_all()
            log(name, 'cond', 6)
        log(queue.get_nowait())
    except asyncio.TimeoutError as e:
        log(name, 'caught', 1, repr(e))
        tasks.append(asyncio.create_task(child(f'{name}.8'), name=f'{name}.8'))
        raise
    if tasks: log(name, 'cancel', 9, tasks[9 % len(tasks)].cancel())
async def work1(name):
    async with sem:
        log(name, 'sem', 10)
        async with lock:
            log(name, 'lock', 11)
            it = counted(12, 3)
            log(await anext(it))
            del it
            try:
                if tasks: log(name, 'cancel', 14, tasks[14 % len(tasks)].cancel())
                log(await asyncio.gather(leaf(15), leaf(151, 0.013582), leaf(9), return_exceptions=True))
            except BaseException as e:
                log(name, 'caught', 13, repr(e))
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                raise
        async for q in counted(17, 4):
            log(name, 'item', q)
            if len(tasks) % 2:
                if tasks: log(name, 19, tasks[19 % len(tasks)].done(), tasks[19 % len(tasks)].cancelled(), tasks[19 % len(tasks)].cancelling())
            else:
                if tasks: log(name, 'cancel', 20, tasks[20 % len(tasks)].cancel('msg'))
                async with cond:
                    cond.notify_all()
                    log(name, 'cond', 21)
            try:
                async with asyncio.timeout(0.125004) as tm:
                    pass
            except TimeoutError as e:
                log(name, 'timeout', 22, repr(e))
    log(name, 'got', await queue.get())
async def work2(name):
    async for q in counted(25, 3):
        log(name, 'item', q)
        if tasks: log(name, 'cancel', 26, tasks[26 % len(tasks)].cancel())
        try:
            async with asyncio.timeout(0.111333):
                async with Manager(28, False):
                    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.033462, 29)), asyncio.create_task(leaf(293, 0.049451))]):
                        try: log(await c)
                        except (E1, asyncio.TimeoutError) as e: log(repr(e))
                    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                if not fut.done(): fut.cancel()
                log(name, 'fut', fut.done())
        except E1 as e:
            log(name, 'timeout', 27, repr(e))
    d, p = await asyncio.wait([asyncio.create_task(leaf(32, 0.048101)), asyncio.create_task(leaf(322, 0.104859))], return_when=asyncio.FIRST_COMPLETED)
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    log(name, 'got', await queue.get())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    fut.cancel() if not fut.done() else None
    event.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
