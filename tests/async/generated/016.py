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
    try: await asyncio.sleep(0.081569 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    asyncio.get_running_loop().call_later(0.021033, log, 'later', 1)
async def work1(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    log(barrier.n_waiting, barrier.broken)
async def work2(name):
    log(name, 'put', 4)
    await queue.put(4)
async def work3(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    if tasks: log(name, 6, tasks[6 % len(tasks)].done(), tasks[6 % len(tasks)].cancelled(), tasks[6 % len(tasks)].cancelling())
async def work4(name):
    it = counted(7, 3)
    log(await anext(it))
    del it
    try:
        async with sem:
            log(name, 'sem', 9)
            try:
                log(name, 'put', 11)
                await queue.put(11)
            finally:
                log(name, 'finally', 10)
        if len(tasks) % 2:
            if tasks: log(name, 13, tasks[13 % len(tasks)].done(), tasks[13 % len(tasks)].cancelled(), tasks[13 % len(tasks)].cancelling())
        else:
            log(name, 'got', await queue.get())
        log(name, 'put', 15)
        await queue.put(15)
        async with Manager(16, True):
            async with lock:
                log(name, 'lock', 17)
                try: log(tasks[-1].result())
                except BaseException as e: log(repr(e))
    finally:
        log(name, 'finally', 8)
        log(name, 19, event.is_set())
        event.set()
async def work5(name):
    try:
        log([q async for q in counted(21, 2)])
        log(await asyncio.gather(leaf(22), leaf(221, 0.000011), fail(8), return_exceptions=False))
        try:
            log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
            try:
                async with asyncio.timeout(0.043117):
                    await asyncio.sleep(0.034597)
                    log(name, 26)
            except E1 as e:
                log(name, 'timeout', 25, repr(e))
        finally:
            log(name, 'finally', 23)
        it = counted(27, 3)
        try:
            log(await anext(it))
            log(name, 28, event.is_set())
            event.set()
            if tasks: log(name, 'cancel', 29, tasks[29 % len(tasks)].cancel())
        finally:
            log('closes', await it.aclose())
    except asyncio.TimeoutError as e:
        log(name, 'caught', 20, repr(e))
        log(await asyncio.gather(leaf(30), leaf(301, 0.081999), fut, return_exceptions=True))
        log(barrier.n_waiting, barrier.broken)
        raise
    try:
        try:
            tasks.append(asyncio.ensure_future(child(f'{name}:34')))
            tasks[-1].add_done_callback(lambda t: log('done', 34, t.cancelled()))
            log(name, await fut)
        except E1 as e:
            log(name, 'caught', 33, repr(e))
            log(name, 'got', await queue.get())
            raise
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.021513, 37)), asyncio.create_task(leaf(373, 0.101063))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        pass
    except asyncio.CancelledError as e:
        log(name, 'caught', 32, repr(e))
        await asyncio.sleep(0.095084)
        log(name, 40)
        tasks.append(asyncio.create_task(child(f'{name}.41'), name=f'{name}.41'))
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    event.set()
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0)
    event.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
