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
    try: await asyncio.sleep(0.093120 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(await asyncio.gather(leaf(1), leaf(11, 0.031574), leaf(7, 0.075923), return_exceptions=False))
    async with lock:
        log(name, 'lock', 2)
        tasks.append(asyncio.create_task(child(f'{name}.3'), name=f'{name}.3'))
        async with lock:
            log(name, 'lock', 4)
            tasks.append(asyncio.create_task(agen_child(f'{name}.5'), name=f'{name}.5'))
        queue.put_nowait(6)
        log(name, 'put', 7)
        await queue.put(7)
    if tasks: log(name, 'cancel', 8, tasks[8 % len(tasks)].cancel())
async def work1(name):
    for i9 in range(2):
        if not fut.done(): fut.cancel()
        log(name, 'fut', fut.done())
        pass
        if tasks: log(name, 'cancel', 12, tasks[12 % len(tasks)].cancel())
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def work2(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g14 = tg.create_task(leaf(14, 0.039451))
            tg.create_task(child(f'{name}/14'))
            raise E1(15)
            tasks.append(asyncio.ensure_future(child(f'{name}:16')))
            tasks[-1].add_done_callback(lambda t: log('done', 16, t.cancelled()))
            tasks.append(asyncio.ensure_future(child(f'{name}:17')))
            tasks[-1].add_done_callback(lambda t: log('done', 17, t.cancelled()))
    except ExceptionGroup as e:
        log(name, 'group', 14, e.exceptions)
    if len(tasks) % 2:
        d, p = await asyncio.wait([asyncio.create_task(leaf(19, 0.128391)), asyncio.create_task(leaf(192, 0.035728))])
        log(name, len(d), len(p))
        for t_ in p: t_.cancel()
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        async with Manager(20, True):
            pass
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.036227, 22)), asyncio.create_task(leaf(223, 0.127725))]):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
        asyncio.get_running_loop().call_later(0.098680, log, 'later', 23)
        queue.put_nowait(24)
    else:
        asyncio.get_running_loop().call_soon(log, 'soon', 25)
    log(name, await asyncio.shield(fut))
    asyncio.get_running_loop().call_soon(log, 'soon', 27)
async def work3(name):
    async with Manager(28, False):
        if tasks: log(name, 29, tasks[29 % len(tasks)].done(), tasks[29 % len(tasks)].cancelled(), tasks[29 % len(tasks)].cancelling())
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.124532, 30)), asyncio.create_task(leaf(303, 0.125725))], timeout=0.066937):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    async with Manager(31, True):
        async with sem:
            log(name, 'sem', 32)
            if len(tasks) % 2:
                queue.put_nowait(34)
            else:
                if not fut.done(): fut.set_result(35)
                log(name, 'fut', fut.done())
                if tasks: log(name, 36, tasks[36 % len(tasks)].done(), tasks[36 % len(tasks)].cancelled(), tasks[36 % len(tasks)].cancelling())
            if tasks: log(name, 37, tasks[37 % len(tasks)].done(), tasks[37 % len(tasks)].cancelled(), tasks[37 % len(tasks)].cancelling())
        try:
            try:
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.004688, 40)), asyncio.create_task(leaf(403, 0.080180))], timeout=0.109199):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
                if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.014045))[:5])
            finally:
                log(name, 'finally', 39)
                try: log(tasks[-1].result())
                except BaseException as e: log(repr(e))
        except asyncio.CancelledError as e:
            log(name, 'caught', 38, repr(e))
            log(name, 'got', await queue.get())
            log(name, 44, lock.locked(), sem.locked())
async def work4(name):
    async with sem:
        log(name, 'sem', 45)
        log(name, await fut)
async def work5(name):
    async with lock:
        log(name, 'lock', 47)
        if tasks: log(name, 48, tasks[48 % len(tasks)].done(), tasks[48 % len(tasks)].cancelled(), tasks[48 % len(tasks)].cancelling())
        try:
            async with Manager(50, False):
                if tasks: log(name, 'cancel', 51, tasks[51 % len(tasks)].cancel())
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.094479, 52)), asyncio.create_task(leaf(523, 0.042934))], timeout=0.077403):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
            try:
                async with asyncio.TaskGroup() as tg:
                    g53 = tg.create_task(leaf(53, 0.070403))
                    tg.create_task(child(f'{name}/53'))
                    d, p = await asyncio.wait([asyncio.create_task(leaf(54, 0.093550)), asyncio.create_task(fail(542, 0.057138))], return_when=asyncio.FIRST_EXCEPTION)
                    log(name, len(d), len(p))
                    pass
                    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
                    pass
            except ExceptionGroup as e:
                log(name, 'group', 53, e.exceptions)
        except asyncio.CancelledError as e:
            log(name, 'caught', 49, repr(e))
            await asyncio.sleep(0)
            async with cond:
                cond.notify()
                log(name, 'cond', 57)
            raise
        async with Manager(58, False):
            try:
                async with asyncio.timeout(0.089071):
                    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
            except TimeoutError as e:
                log(name, 'timeout', 59, repr(e))
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    queue.task_done()
    log(barrier.n_waiting, barrier.broken)
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
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
