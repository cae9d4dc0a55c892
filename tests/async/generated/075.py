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
    try: await asyncio.sleep(0.039165 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        async with asyncio.timeout(0.125878):
            if tasks: log(name, 2, tasks[2 % len(tasks)].done(), tasks[2 % len(tasks)].cancelled(), tasks[2 % len(tasks)].cancelling())
    except E1 as e:
        log(name, 'timeout', 1, repr(e))
    await asyncio.sleep(0)
    raise E1(4)
async def work1(name):
    log(name, 'put', 5)
    await queue.put(5)
async def work2(name):
    try:
        try:
            if tasks: log(name, 'cancel', 8, tasks[8 % len(tasks)].cancel())
        except asyncio.CancelledError as e:
            log(name, 'caught', 7, repr(e))
            log(queue.qsize(), queue.empty(), queue.full())
        it = counted(10, 3)
        try:
            log(await anext(it))
            log(name, 11, event.is_set())
            event.set(); event.clear()
            tasks.append(asyncio.create_task(child(f'{name}.12'), name=f'{name}.12'))
        finally:
            log('closes', await it.aclose())
        it = counted(13, 3)
        log(await anext(it))
        del it
    except asyncio.TimeoutError as e:
        log(name, 'caught', 6, repr(e))
        queue.put_nowait(14)
        raise
async def work3(name):
    try:
        async with asyncio.timeout(0.029309):
            it = counted(16, 3)
            try:
                log(await anext(it))
                if not fut.done(): fut.set_result(17)
                log(name, 'fut', fut.done())
                if not fut.done(): fut.set_exception(E2(18))
                log(name, 'fut', fut.done())
            finally:
                log('closes', await it.aclose())
            if len(tasks) % 2:
                d, p = await asyncio.wait([asyncio.create_task(leaf(20, 0.072524)), asyncio.create_task(leaf(202, 0.000633))], timeout=0.076246)
                log(name, len(d), len(p))
                pass
                for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            else:
                log(name, await asyncio.shield(fut))
    except TimeoutError as e:
        log(name, 'timeout', 15, repr(e))
    try:
        if len(tasks) % 2:
            log([q async for q in counted(24, 1)])
        else:
            log(name, 'got', await queue.get())
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.039913, 26)), asyncio.create_task(leaf(263, 0.088065))], timeout=0.103112):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
    finally:
        log(name, 'finally', 22)
async def work4(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    event.set()
    fut.cancel() if not fut.done() else None
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
