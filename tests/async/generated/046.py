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
    try: await asyncio.sleep(0.049946 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(barrier.n_waiting, barrier.broken)
async def work1(name):
    queue.task_done()
    if len(tasks) % 2:
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.020367, 4)), asyncio.create_task(leaf(43, 0.121210))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
    else:
        raise E1(5)
    async with lock:
        log(name, 'lock', 6)
        async with Manager(7, False):
            try:
                async with asyncio.TaskGroup() as tg:
                    g8 = tg.create_task(fail(8, 0.043171))
                    tg.create_task(child(f'{name}/8'))
                    log([q async for q in counted(9, 1)])
            except ExceptionGroup as e:
                log(name, 'group', 8, e.exceptions)
    if len(tasks) % 2:
        async with lock:
            log(name, 'lock', 11)
            if len(tasks) % 2:
                await asyncio.sleep(0.005122)
                log(name, 13)
                asyncio.get_running_loop().call_later(0.119271, log, 'later', 14)
            else:
                await asyncio.sleep(0)
            log(await asyncio.gather(leaf(16), leaf(161, 0.120987), leaf(7, 0.098563), return_exceptions=False))
        try:
            async with cond:
                await cond.wait()
                log(name, 'cond', 18)
            log(name, 'got', await queue.get())
        finally:
            log(name, 'finally', 17)
    else:
        if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.005972))[:5])
        tasks.append(asyncio.create_task(agen_child(f'{name}.21'), name=f'{name}.21'))
async def work2(name):
    if not fut.done(): fut.set_exception(E2(22))
    log(name, 'fut', fut.done())
    if not fut.done(): fut.set_exception(E2(23))
    log(name, 'fut', fut.done())
    tasks.append(asyncio.ensure_future(child(f'{name}:24')))
    tasks[-1].add_done_callback(lambda t: log('done', 24, t.cancelled()))
    try:
        log([q async for q in counted(26, 3)])
    finally:
        log(name, 'finally', 25)
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
