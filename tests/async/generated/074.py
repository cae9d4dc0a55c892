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
    try: await asyncio.sleep(0.099118 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, 1, event.is_set())
    event.set()
    async with sem:
        log(name, 'sem', 2)
        queue.put_nowait(3)
        log(name, 'got', await queue.get())
        log(name, 'got', await queue.get())
async def work1(name):
    pass
    if tasks: log(name, 'cancel', 7, tasks[7 % len(tasks)].cancel())
async def work2(name):
    try:
        async with asyncio.timeout(0.062916):
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            async with Manager(10, True):
                async with lock:
                    log(name, 'lock', 11)
                    tasks.append(asyncio.ensure_future(child(f'{name}:12')))
                    tasks[-1].add_done_callback(lambda t: log('done', 12, t.cancelled()))
                    pass
            log(name, 14, event.is_set())
            event.set(); event.clear()
    except E1 as e:
        log(name, 'timeout', 8, repr(e))
async def work3(name):
    log(name, 15, lock.locked(), sem.locked())
    if len(tasks) % 2:
        try:
            try:
                if not fut.done(): fut.cancel()
                log(name, 'fut', fut.done())
            finally:
                log(name, 'finally', 18)
            pass
        finally:
            log(name, 'finally', 17)
        async with Manager(21, False):
            log(name, await asyncio.shield(fut))
            async with lock:
                log(name, 'lock', 23)
                await asyncio.sleep(0.039549)
                log(name, 24)
                asyncio.get_running_loop().call_later(0.096020, log, 'later', 25)
        asyncio.get_running_loop().call_soon(log, 'soon', 26)
    else:
        log(await asyncio.wait_for(leaf(27, 0.051922), 0))
        log(await event.wait())
    async with Manager(29, True):
        asyncio.get_running_loop().call_soon(log, 'soon', 30)
        log(await event.wait())
async def work4(name):
    log(name, 32, event.is_set())
    event.clear()
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
