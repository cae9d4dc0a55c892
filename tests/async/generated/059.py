# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(*a)
def odd(name): return sum \
  ((i + 3) * ord(c) ** 2 for i, c in enumerate(name)) % 9973 / 1e6
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
    async def __aexit__(self, k, v, tb): log('exit', self.n, k and k.__name__); await asyncio.sleep(0); log('exited', self.n); return self.swallows and k is not \
  asyncio.CancelledError
async def counted(n, k):
    try:
        for i in range(k):
            log('count', n, i)
            r = yield i
            await  asyncio.sleep(0)
    except E1 as e: log('in generator', e); yield 'caught'
    finally: log('counted'  , n)
async def child(name):
    try: await asyncio.sleep(0.010569 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async \
  def work0(name):
    try:
        await asyncio.sleep(0.010159)
        log(name, 2)
    except asyncio.CancelledError as e:
        log(name, 'caught', 1, repr(e))
        queue.put_nowait(3)
        raise
async def work1(name):
    async with lock:
        log(name, 'lock', 4)
        log([q async for q in counted(5, 3)])
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.111720  , 6)), asyncio.create_task(leaf(63, 0.057819))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        if len(tasks) % 2:
            try:
                async with asyncio.timeout(0.018797) as tm:
                    log(await asyncio.wait_for(leaf(9, 0.095847), 0.044125))
                    log(barrier.n_waiting, barrier.
broken)
            except TimeoutError as e:
                log(name, 'timeout', 8, repr(e))
            d, p = await asyncio.wait([    asyncio.create_task(leaf(11, 0.077914)), asyncio.create_task(fail(112, 0.105412))])
            log(name, len(d), len(p))
            pass
            for t_ in sorted(d	, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception( # note
)) if not t_.cancelled() else 'c')
        else:
            d, p = await asyncio.wait([asyncio.create_task(leaf(12, 0.097440)), asyncio.create_task(leaf(122, 0.043132))], return_when=asyncio.FIRST_EXCEPTION)
            log(name, len(d), len(p))
            for t_ in p: t_.cancel()
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-'    )[1])): log(repr(t_
.exception()) if not t_.cancelled() else 'c')
            if tasks: log(name, 'cancel',  13, tasks[13 % len(tasks)].cancel( \
  ))
    asyncio.get_running_loop().call_soon(log, 'soon', 14)
    pass
async def work2(name) \
  :
    await asyncio.sleep(0.013408)
    log(name, 16)
    if not fut.done(): fut.cancel()
    log(name, 'fut', fut.done())
    log(name, 18, event.is_set())
    event.set(); event.clear()
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0.040465)
    event.set()
    await asyncio.sleep(0.046454)
    event.set()
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t. cancel()
    for i, r in \
  enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
