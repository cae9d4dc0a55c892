# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(*a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i,  c in enumerate(name)) % 9973 / 1e6
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
    try: await asyncio.sleep(0.006030 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log (name, 'put', 1)
    await queue.put(1)
    try:
        async with asyncio.timeout(0.028231) as tm:
            await barrier.wait()
            for i4 in range(2):
                try:
                    async with asyncio.timeout(0.073153):
                        log(name, 'put', 6)
                        await queue.put(6)
                except E1 as e:
                    log(name, 'timeout', 5, repr(e))
                asyncio.get_running_loop().call_later(0.013857, log, 'later', 7)
            log([q async for q in counted(  # )
  8, 3)])
    except E1 as e:
        log(name, 'timeout', 2, repr(e))
    log(await asyncio.wait_for(leaf(9, 0.098618), 0.005517))
async def work1(name):
    tasks.append(asyncio.ensure_future(child(f'{name}:10')))
    tasks[-1].add_done_callback(lambda t: log(	'done', 10, t.  cancelled()))
    for c in asyncio.    as_completed([asyncio.create_task(asyncio.sleep(0.053659, 11)), asyncio.create_task(leaf(113, 0.032744))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e \
  : log(repr(e))
    for i12 in range(3):
        async    with Manager(13, False):
            asyncio.get_running_loop().call_soon(log, 'soon', 14)
        pass
        await asyncio.sleep(0)
        log([q async for q in counted(17, 2)])
    try: log(tasks[-1].result())
    except BaseException as e: log (repr(e))
async def work2(name):
    asyncio.get_running_loop().call_later(0.084395, log, 'later', 19)
    await asyncio.sleep(0.089477)
    log(name, 20)
async def work3(name):
    log(sorted(q.get_name()    for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    log(barrier.n_waiting, barrier.broken)
    try:
        try:
            if tasks: log(name, 25, tasks[25 % len(tasks)].done(), tasks[25 % len(tasks)]    .cancelled(),

	tasks[25 % len(tasks)].cancelling())
            log(name, 26, event.is_set())
            event.clear()
        except Exception as e \
  :
            log(name, 'caught', 24, repr(e))
            log(name, asyncio.current_task

	().get_name(), asyncio.current_task().uncancel())
            queue.put_nowait(28)
            raise
        async with cond:
            await cond.wait()
            log(name, 'cond', 29)
    except E1 as  e:
        log(name, 'caught', 23, repr(e))
        log(name, await fut)
        raise
    log([q async for q in counted(31, 1)])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock() \
  , asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks. \
  append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.058547)
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.122965)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
