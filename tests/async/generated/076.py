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
    try: await asyncio.sleep(0.077760 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, 1, event.is_set())
    event.set()
    try:
        async with sem:
            log(name, 'sem', 3)
            try:
                pass
                if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.029459))[:5])
            except Exception as e:
                log(name, 'caught', 4, repr(e))
                tasks.append(asyncio.ensure_future(child(f'{name}:7')))
                tasks[-1].add_done_callback(lambda t: log('done', 7, t.cancelled()))
                raise
        it = counted(8, 3)
        log(await anext(it))
        del it
        log(await asyncio.wait_for(leaf(9, 0.106660), None))
    except E1 as e:
        log(name, 'caught', 2, repr(e))
        await asyncio.sleep(0)
        log(await asyncio.wait_for(leaf(11, 0.090200), 0.011155))
        raise
async def work1(name):
    await asyncio.sleep(0.122686)
    log(name, 12)
    queue.put_nowait(13)
    if not fut.done(): fut.set_exception(E2(14))
    log(name, 'fut', fut.done())
    log(await asyncio.gather(leaf(15), leaf(151, 0.068579), fail(8), return_exceptions=True))
async def work2(name):
    log(name, 'put', 16)
    await queue.put(16)
async def work3(name):
    async with lock:
        log(name, 'lock', 17)
        await asyncio.sleep(0.087738)
        log(name, 18)
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    tasks.append(asyncio.ensure_future(child(f'{name}:20')))
    tasks[-1].add_done_callback(lambda t: log('done', 20, t.cancelled()))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0.055858)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
