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
    try: await asyncio.sleep(0.113518 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        async with asyncio.timeout(0.063351):
            if not fut.done(): fut.set_result(2)
            log(name, 'fut', fut.done())
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
            for i4 in range(1):
                async for q in counted(5, 3):
                    log(name, 'item', q)
                    d, p = await asyncio.wait([asyncio.create_task(leaf(6, 0.063719)), asyncio.create_task(fail(62, 0.028442))], return_when=asyncio.FIRST_EXCEPTION)
                    log(name, len(d), len(p))
                    if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
                    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
                    tasks.append(asyncio.ensure_future(child(f'{name}:7')))
                    tasks[-1].add_done_callback(lambda t: log('done', 7, t.cancelled()))
                if len(tasks) % 2:
                    async with cond:
                        await cond.wait()
                        log(name, 'cond', 9)
                    async with cond:
                        cond.notify_all()
                        log(name, 'cond', 10)
                else:
                    pass
                    await asyncio.sleep(0.030322)
                    log(name, 12)
            log(name, 13, lock.locked(), sem.locked())
    except TimeoutError as e:
        log(name, 'timeout', 1, repr(e))
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    d, p = await asyncio.wait([asyncio.create_task(leaf(15, 0.018049)), asyncio.create_task(leaf(152, 0.112974))])
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
async def work1(name):
    log(await asyncio.gather(leaf(17), leaf(171, 0.118327), leaf(9), return_exceptions=True))
    await asyncio.sleep(0.044091)
    log(name, 18)
async def work2(name):
    if len(tasks) % 2:
        if tasks: log(name, 20, tasks[20 % len(tasks)].done(), tasks[20 % len(tasks)].cancelled(), tasks[20 % len(tasks)].cancelling())
        queue.put_nowait(21)
        log([q async for q in counted(22, 1)])
        async with cond:
            cond.notify_all()
            log(name, 'cond', 23)
    else:
        log(name, 'got', await queue.get())
async def work3(name):
    pass
    async with lock:
        log(name, 'lock', 26)
        if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.039037))[:5])
        for i28 in range(1):
            try:
                try: log(tasks[-1].result())
                except BaseException as e: log(repr(e))
                log(name, await asyncio.shield(fut))
            except asyncio.CancelledError as e:
                log(name, 'caught', 29, repr(e))
                log([q async for q in counted(32, 3)])
                raise
            for i33 in range(2):
                queue.put_nowait(34)
        try:
            it = counted(36, 3)
            try:
                log(await anext(it))
                log(name, 'put', 37)
                await queue.put(37)
            finally:
                log('closes', await it.aclose())
        finally:
            log(name, 'finally', 35)
    queue.put_nowait(38)
async def work4(name):
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.048251))[:5])
async def work5(name):
    try:
        asyncio.get_running_loop().call_soon(log, 'soon', 41)
    finally:
        log(name, 'finally', 40)
        log(name, 42, event.is_set())
        event.set(); event.clear()
    log(name, await asyncio.shield(fut))
    log(name, await asyncio.shield(fut))
    log(barrier.n_waiting, barrier.broken)
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
    await asyncio.sleep(0)
    await asyncio.sleep(0.091174)
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
