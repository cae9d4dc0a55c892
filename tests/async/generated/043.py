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
    try: await asyncio.sleep(0.069659 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if tasks: log(name, 'cancel', 1, tasks[1 % len(tasks)].cancel())
    log(queue.get_nowait())
    async with cond:
        cond.notify(2)
        log(name, 'cond', 3)
    if tasks: log(name, 4, tasks[4 % len(tasks)].done(), tasks[4 % len(tasks)].cancelled(), tasks[4 % len(tasks)].cancelling())
async def work1(name):
    async with lock:
        log(name, 'lock', 5)
        log(name, 6, event.is_set())
        event.clear()
        log(name, 7, event.is_set())
        event.set()
    for i8 in range(2):
        asyncio.get_running_loop().call_later(0.097066, log, 'later', 9)
        asyncio.get_running_loop().call_soon(log, 'soon', 10)
async def work2(name):
    async for q in counted(11, 4):
        log(name, 'item', q)
        log(queue.get_nowait())
        try:
            async with asyncio.timeout(0.001886):
                await asyncio.sleep(0.031246)
                log(name, 14)
                if len(tasks) % 2:
                    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                    log(name, 17, event.is_set())
                    event.set(); event.clear()
                else:
                    log(name, 18, event.is_set())
                    event.clear()
                    await asyncio.sleep(0)
        except TimeoutError as e:
            log(name, 'timeout', 13, repr(e))
        async with lock:
            log(name, 'lock', 20)
            log(queue.qsize(), queue.empty(), queue.full())
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.081007, 22)), asyncio.create_task(leaf(223, 0.124229))], timeout=0.104351):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    event.set()
    await asyncio.sleep(0)
    log(tasks[0].done())
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
