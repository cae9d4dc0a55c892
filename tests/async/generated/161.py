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
    try: await asyncio.sleep(0.045795 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    f2 = loop().create_future()
    f2.add_done_callback(lambda f: log('future', 2, f.cancelled()))
    loop().call_later(0.034675, f2.set_result, 3)
    log(name, await f2)
    await asyncio.sleep(0.107108)
    log(name, 3)
    async with barrier as at: log(name, at)
async def work1(name):
    async for f7 in asyncio.as_completed([leaf(7, 0.084323), fail(76, 0.059445)]):
        log(name, f7.done(), repr(f7.exception()))
    d, p = await asyncio.wait([asyncio.create_task(leaf(8, 0.107079)), asyncio.create_task(fail(82, 0.039336))], timeout=0.078585)
    log(name, len(d), len(p))
    for t_ in p: t_.cancel()
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
async def work2(name):
    if tasks: log(name, 9, tasks[9 % len(tasks)].done(), tasks[9 % len(tasks)].cancelled(), tasks[9 % len(tasks)].cancelling())
    loop().call_later(0.031202, raises, 11, context=contextvars.Context())
    tasks.append(asyncio.create_task(varied(13), context=None))
    f15 = loop().create_future()
    f15.add_done_callback(lambda f: log('future', 15, f.cancelled()))
    loop().call_later(0.122063, f15.set_exception, E1(4))
    log(name, await f15)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.053646)
    fut.cancel() if not fut.done() else None
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
