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
    try: await asyncio.sleep(0.125467 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g1 = tg.create_task(leaf(1, 0.079905))
            tg.create_task(child(f'{name}/1'))
            async with cond:
                cond.notify_all()
                log(name, 'cond', 2)
            tasks.append(asyncio.create_task(child(f'{name}.3'), name=f'{name}.3'))
            async with Manager(4, True):
                log([q async for q in counted(5, 3)])
                pass
            if len(tasks) % 2:
                it = counted(8, 3)
                log(await anext(it))
                del it
            else:
                if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.058442))[:5])
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    except ExceptionGroup as e:
        log(name, 'group', 1, e.exceptions)
    it = counted(11, 3)
    try:
        log(await anext(it))
        tasks.append(asyncio.create_task(agen_child(f'{name}.12'), name=f'{name}.12'))
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    finally:
        log('closes', await it.aclose())
async def work1(name):
    d, p = await asyncio.wait([asyncio.create_task(leaf(14, 0.087869)), asyncio.create_task(fail(142, 0.107743))], return_when=asyncio.FIRST_EXCEPTION)
    log(name, len(d), len(p))
    for t_ in p: t_.cancel()
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    if tasks: log(name, 'cancel', 15, tasks[15 % len(tasks)].cancel('msg'))
    for i16 in range(2):
        try:
            async with asyncio.timeout(0.110631):
                try:
                    log([q async for q in counted(19, 3)])
                    asyncio.get_running_loop().call_soon(log, 'soon', 20)
                finally:
                    log(name, 'finally', 18)
        except TimeoutError as e:
            log(name, 'timeout', 17, repr(e))
    try:
        it = counted(22, 3)
        log(await anext(it))
        del it
    finally:
        log(name, 'finally', 21)
        log(name, await asyncio.shield(fut))
async def work2(name):
    log(name, 24, lock.locked(), sem.locked())
    pass
    async with Manager(26, True):
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def work3(name):
    async with Manager(28, False):
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.008891, 29)), asyncio.create_task(leaf(293, 0.054135))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        if tasks: log(name, 30, tasks[30 % len(tasks)].done(), tasks[30 % len(tasks)].cancelled(), tasks[30 % len(tasks)].cancelling())
    for i31 in range(1):
        tasks.append(asyncio.ensure_future(child(f'{name}:32')))
        tasks[-1].add_done_callback(lambda t: log('done', 32, t.cancelled()))
    it = counted(33, 3)
    try:
        log(await anext(it))
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    finally:
        log('closes', await it.aclose())
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
async def work4(name):
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
    async with Manager(37, False):
        if len(tasks) % 2:
            async with Manager(39, False):
                log(await asyncio.wait_for(leaf(40, 0.056984), 0.114046))
                asyncio.get_running_loop().call_later(0.074089, log, 'later', 41)
        else:
            log(name, 'put', 42)
            await queue.put(42)
        async with Manager(43, True):
            try:
                pass
                queue.put_nowait(46)
            finally:
                log(name, 'finally', 44)
                raise E1(47)
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.077503, 48)), asyncio.create_task(leaf(483, 0.045958))], timeout=0.126835):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
            try: log(tasks[-1].result())
            except BaseException as e: log(repr(e))
        async for q in counted(50, 4):
            log(name, 'item', q)
            log(name, await fut)
            pass
        try:
            async with asyncio.timeout(0.021596) as tm:
                pass
                try:
                    log([q async for q in counted(56, 2)])
                    await asyncio.sleep(0.077688)
                    log(name, 57)
                except asyncio.CancelledError as e:
                    log(name, 'caught', 55, repr(e))
                    asyncio.get_running_loop().call_soon(log, 'soon', 58)
                    if tasks: log(name, 'cancel', 59, tasks[59 % len(tasks)].cancel())
        except TimeoutError as e:
            log(name, 'timeout', 53, repr(e))
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
    tasks[-1].cancel('by main')
    tasks[0].cancel()
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
