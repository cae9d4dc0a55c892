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
    try: await asyncio.sleep(0.107160 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with Manager(1, True):
        try:
            async with asyncio.timeout(0.017721):
                log(name, 'got', await queue.get())
        except TimeoutError as e:
            log(name, 'timeout', 2, repr(e))
        try:
            async with asyncio.timeout(0.072153) as tm:
                log(name, 'got', await queue.get())
        except TimeoutError as e:
            log(name, 'timeout', 4, repr(e))
        try:
            async with asyncio.timeout(0.012891):
                await asyncio.sleep(0.014686)
                log(name, 7)
                queue.put_nowait(8)
        except E1 as e:
            log(name, 'timeout', 6, repr(e))
        async with lock:
            log(name, 'lock', 9)
            async with sem:
                log(name, 'sem', 10)
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
                log(name, await fut)
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.008851, 14)), asyncio.create_task(leaf(143, 0.067689))], timeout=0.055832):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    queue.put_nowait(15)
async def work1(name):
    log([q async for q in counted(16, 3)])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    event.set()
    await asyncio.sleep(0)
    log(tasks[0].done())
    await asyncio.sleep(0.110266)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
