# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
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
import contextvars
var = contextvars.ContextVar('var', default='unset')
def say(*a): print(*a)
def told(loop, known): print('handler', known['message'].split(' at ')[0], repr(known.get('exception')))
def raises(n, *rest): log('raises', n, var.get()); raise E2(n)
def loop(): return asyncio.get_running_loop()
async def varied(n):
    log('varied', n, var.get()); var.set(n)
    await asyncio.sleep(0)
    log('varied', n, var.get())
    return n
async def child(name):
    try: await asyncio.sleep(0.072777 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if tasks: tasks[2 % len(tasks)].add_done_callback(lambda t: raises(2))
async def work1(name):
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.085467))
async def work2(name):
    async with lock:
        log(name, 'lock', 5)
        async with sem:
            log(name, 'sem', 6)
            raise E1(7)
        d, p = await asyncio.wait([asyncio.create_task(leaf(8, 0.124396)), asyncio.create_task(leaf(82, 0.026480))])
        log(name, len(d), len(p))
        for t_ in p: t_.cancel()
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        for i9 in range(1):
            async with lock:
                log(name, 'lock', 10)
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.053437, 11)), asyncio.create_task(leaf(113, 0.014720))]):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
            if tasks:
                try: log(name, await asyncio.wait_for(tasks[13 % len(tasks)], 0.122782))
                except Exception as e: log(name, 'waited for', 13, repr(e))
    try:
        async with asyncio.timeout(0.088585) as tm15:
            tm15.reschedule(loop().time() + 0.029090)
            await asyncio.sleep(0.100990)
            log(name, 'in time', 15)
    except TimeoutError: log(name, 'late', 15, tm15.expired())
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    async with cond:
        await cond.wait()
        log(name, 'cond', 17)
async def work3(name):
    async for f19 in asyncio.as_completed([leaf(19, 0.056479), fail(196, 0.005372)]):
        log(name, f19.done(), repr(f19.exception()))
    async for f21 in asyncio.as_completed([leaf(21, 0.082652), fail(216, 0.022046)]):
        log(name, f21.done(), repr(f21.exception()))
    try:
        async with asyncio.TaskGroup() as tg:
            g22 = tg.create_task(leaf(22, 0.035320))
            tg.create_task(child(f'{name}/22'))
            queue.put_nowait(23)
            log(name, queue.qsize())
            tasks[-1].set_name('renamed27')
            log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    except ExceptionGroup as e:
        log(name, 'group', 22, e.exceptions)
async def work4(name):
    async for q in counted(28, 2):
        log(name, 'item', q)
        log(await event.wait())
        tasks.append(asyncio.create_task(agen_child(f'{name}.30'), name=f'{name}.30'))
        tasks.append(asyncio.ensure_future(child(f'{name}:31')))
        tasks[-1].add_done_callback(lambda t: log('done', 31, t.cancelled()))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0.035681)
    await asyncio.sleep(0.078339)
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
