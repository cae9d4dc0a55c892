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
    try: await asyncio.sleep(0.034451 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with sem:
        log(name, 'sem', 1)
        log(name, 'got', await queue.get())
    for i3 in range(3):
        tasks.append(asyncio.ensure_future(child(f'{name}:4')))
        tasks[-1].add_done_callback(lambda t: log('done', 4, t.cancelled()))
    raise E1(5)
async def work1(name):
    async with Manager(6, True):
        log(name, 7, event.is_set())
        event.set()
        log(name, 'got', await queue.get())
async def work2(name):
    asyncio.get_running_loop().call_soon(log, 'soon', 9)
    if len(tasks) % 2:
        if tasks: log(name, 'cancel', 11, tasks[11 % len(tasks)].cancel())
        log(name, 'got', await queue.get())
        async with sem:
            log(name, 'sem', 13)
            try:
                async with asyncio.timeout(0.033453):
                    queue.put_nowait(15)
                    asyncio.get_running_loop().call_later(0.072911, log, 'later', 16)
            except TimeoutError as e:
                log(name, 'timeout', 14, repr(e))
            if not fut.done(): fut.set_result(17)
            log(name, 'fut', fut.done())
    else:
        queue.task_done()
    async for q in counted(19, 1):
        log(name, 'item', q)
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.037887, 20)), asyncio.create_task(leaf(203, 0.113657))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        log(name, 21, event.is_set())
        event.clear()
        try:
            async with lock:
                log(name, 'lock', 23)
                log([q async for q in counted(24, 1)])
                tasks.append(asyncio.ensure_future(child(f'{name}:25')))
                tasks[-1].add_done_callback(lambda t: log('done', 25, t.cancelled()))
        except asyncio.CancelledError as e:
            log(name, 'caught', 22, repr(e))
            log(name, 26, event.is_set())
            event.set(); event.clear()
            tasks.append(asyncio.ensure_future(child(f'{name}:27')))
            tasks[-1].add_done_callback(lambda t: log('done', 27, t.cancelled()))
            raise
    log(await event.wait())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    event.set()
    tasks[0].cancel()
    tasks[0].cancel()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
