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
    try: await asyncio.sleep(0.100696 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    await asyncio.sleep(0)
    log(name, 2, lock.locked(), sem.locked())
async def work1(name):
    try:
        log(name, await fut)
        try:
            if tasks: log(name, 6, tasks[6 % len(tasks)].done(), tasks[6 % len(tasks)].cancelled(), tasks[6 % len(tasks)].cancelling())
        finally:
            log(name, 'finally', 5)
        if tasks: log(name, 7, tasks[7 % len(tasks)].done(), tasks[7 % len(tasks)].cancelled(), tasks[7 % len(tasks)].cancelling())
        try:
            async with asyncio.TaskGroup() as tg:
                g8 = tg.create_task(leaf(8, 0.123332))
                tg.create_task(child(f'{name}/8'))
                tasks.append(asyncio.create_task(child(f'{name}.9'), name=f'{name}.9'))
        except ExceptionGroup as e:
            log(name, 'group', 8, e.exceptions)
    except asyncio.CancelledError as e:
        log(name, 'caught', 3, repr(e))
        if tasks: log(name, 10, tasks[10 % len(tasks)].done(), tasks[10 % len(tasks)].cancelled(), tasks[10 % len(tasks)].cancelling())
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        raise
    try:
        pass
        try:
            async with asyncio.TaskGroup() as tg:
                g14 = tg.create_task(leaf(14, 0.067068))
                tg.create_task(child(f'{name}/14'))
                log(queue.get_nowait())
        except ExceptionGroup as e:
            log(name, 'group', 14, e.exceptions)
        await asyncio.sleep(0.034315)
        log(name, 16)
        async with sem:
            log(name, 'sem', 17)
            log(await asyncio.wait_for(leaf(18, 0.024636), 0.095061))
    except asyncio.TimeoutError as e:
        log(name, 'caught', 12, repr(e))
        log(barrier.n_waiting, barrier.broken)
        raise
    try:
        async with asyncio.timeout(0.103049) as tm:
            await asyncio.sleep(0)
            try:
                if len(tasks) % 2:
                    d, p = await asyncio.wait([asyncio.create_task(leaf(24, 0.054950)), asyncio.create_task(fail(242, 0.056131))], return_when=asyncio.FIRST_EXCEPTION)
                    log(name, len(d), len(p))
                    pass
                    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
                    await asyncio.sleep(0.042500)
                    log(name, 25)
                else:
                    queue.put_nowait(26)
                if len(tasks) % 2:
                    log(name, 'got', await queue.get())
                else:
                    log(await asyncio.wait_for(leaf(29, 0.127925), None))
                    log(queue.get_nowait())
            except asyncio.TimeoutError as e:
                log(name, 'caught', 22, repr(e))
                log(name, await fut)
    except E1 as e:
        log(name, 'timeout', 20, repr(e))
async def work2(name):
    it = counted(32, 3)
    log(await anext(it))
    del it
    async with Manager(33, True):
        if tasks: log(name, 'cancel', 34, tasks[34 % len(tasks)].cancel())
    if tasks: log(name, 35, tasks[35 % len(tasks)].done(), tasks[35 % len(tasks)].cancelled(), tasks[35 % len(tasks)].cancelling())
    log(queue.qsize(), queue.empty(), queue.full())
async def work3(name):
    pass
    if tasks: log(name, 'cancel', 38, tasks[38 % len(tasks)].cancel())
async def work4(name):
    async with Manager(39, False):
        log(await asyncio.gather(leaf(40), leaf(401, 0.037485), fail(8), return_exceptions=True))
        log(await event.wait())
        log([q async for q in counted(42, 3)])
        queue.put_nowait(43)
    tasks.append(asyncio.ensure_future(child(f'{name}:44')))
    tasks[-1].add_done_callback(lambda t: log('done', 44, t.cancelled()))
    if len(tasks) % 2:
        for i46 in range(3):
            log(queue.qsize(), queue.empty(), queue.full())
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.127947, 48)), asyncio.create_task(leaf(483, 0.106709))], timeout=0.057425):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
        it = counted(49, 3)
        try:
            log(await anext(it))
            queue.put_nowait(50)
        finally:
            log('closes', await it.aclose())
    else:
        tasks.append(asyncio.create_task(agen_child(f'{name}.51'), name=f'{name}.51'))
        tasks.append(asyncio.ensure_future(child(f'{name}:52')))
        tasks[-1].add_done_callback(lambda t: log('done', 52, t.cancelled()))
    await asyncio.sleep(0.051943)
    log(name, 53)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.094529)
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
