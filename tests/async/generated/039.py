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
    try: await asyncio.sleep(0.057113 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        it = counted(2, 3)
        try:
            log(await anext(it))
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.039991, 3)), asyncio.create_task(leaf(33, 0.004599))], timeout=0.060941):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
            log(name, await asyncio.shield(fut))
        finally:
            log('closes', await it.aclose())
        asyncio.get_running_loop().call_soon(log, 'soon', 5)
        async with Manager(6, False):
            try:
                asyncio.get_running_loop().call_soon(log, 'soon', 8)
                if not fut.done(): fut.set_result(9)
                log(name, 'fut', fut.done())
            except E1 as e:
                log(name, 'caught', 7, repr(e))
                log(barrier.n_waiting, barrier.broken)
                asyncio.get_running_loop().call_later(0.000437, log, 'later', 11)
                raise
            await asyncio.sleep(0.024512)
            log(name, 12)
        log(await asyncio.wait_for(leaf(13, 0.045986), None))
    finally:
        log(name, 'finally', 1)
        pass
        log(name, 'put', 15)
        await queue.put(15)
    async for q in counted(16, 4):
        log(name, 'item', q)
        it = counted(17, 3)
        try:
            log(await anext(it))
            asyncio.get_running_loop().call_later(0.074207, log, 'later', 18)
        finally:
            log('closes', await it.aclose())
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.029309, 19)), asyncio.create_task(leaf(193, 0.098031))], timeout=0.073877):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        if len(tasks) % 2:
            for i21 in range(3):
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                log(name, 23, event.is_set())
                event.set()
        else:
            log(name, 24, event.is_set())
            event.set()
        try:
            try: log(tasks[-1].result())
            except BaseException as e: log(repr(e))
            async for q in counted(27, 3):
                log(name, 'item', q)
                if tasks: log(name, 28, tasks[28 % len(tasks)].done(), tasks[28 % len(tasks)].cancelled(), tasks[28 % len(tasks)].cancelling())
                log(await asyncio.wait_for(leaf(29, 0.029536), 0.077671))
        finally:
            log(name, 'finally', 25)
            if tasks: log(name, 'cancel', 30, tasks[30 % len(tasks)].cancel('msg'))
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    if tasks: log(name, 'cancel', 32, tasks[32 % len(tasks)].cancel())
async def work1(name):
    log(queue.qsize(), queue.empty(), queue.full())
    try:
        async with asyncio.timeout(0.025782) as tm:
            await barrier.wait()
            try:
                if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.074096))[:5])
            except Exception as e:
                log(name, 'caught', 36, repr(e))
                pass
                log(name, 'got', await queue.get())
                raise
            log(name, await asyncio.shield(fut))
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.024716, 41)), asyncio.create_task(leaf(413, 0.108646))]):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
    except TimeoutError as e:
        log(name, 'timeout', 34, repr(e))
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def work2(name):
    tasks.append(asyncio.ensure_future(child(f'{name}:43')))
    tasks[-1].add_done_callback(lambda t: log('done', 43, t.cancelled()))
    log(name, 44, lock.locked(), sem.locked())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    event.set()
    tasks[0].cancel()
    tasks[0].cancel()
    tasks[0].cancel()
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
