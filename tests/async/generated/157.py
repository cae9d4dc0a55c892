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
    try: await asyncio.sleep(0.039213 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.110763, 1)), asyncio.create_task(leaf(13, 0.056906))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    if not fut.done(): fut.set_result(2)
    log(name, 'fut', fut.done())
    try:
        try:
            if tasks: tasks[6 % len(tasks)].add_done_callback(raises)
            try:
                tasks[-1].set_name('renamed9')
                log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
            finally:
                log(name, 'finally', 7)
        finally:
            log(name, 'finally', 4)
        queue.put_nowait(10)
        if tasks:
            try: log(name, await asyncio.wait_for(tasks[12 % len(tasks)], 0))
            except Exception as e: log(name, 'waited for', 12, repr(e))
    finally:
        log(name, 'finally', 3)
    log(name, queue.qsize())
async def work1(name):
    queue.put_nowait(15)
async def work2(name):
    await asyncio.sleep(0.035875)
    log(name, 16)
    loop().call_soon(raises, 18)
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(20, 0.095517), loop())))
    h22 = loop().call_at(loop().time() + 0.010909, log, 'handle', 22)
    h22.cancel()
    log(name, h22.cancelled())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    log(tasks[0].done())
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
