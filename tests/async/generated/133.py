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
    try: await asyncio.sleep(0.033455 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    it = counted(1, 3)
    try:
        log(await anext(it))
        asyncio.get_running_loop().call_later(0.097495, log, 'later', 2)
        asyncio.get_running_loop().call_soon(log, 'soon', 3)
    finally:
        log('closes', await it.aclose())
async def work1(name):
    log([q async for q in counted(4, 1)])
    log(queue.get_nowait())
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def work2(name):
    if tasks: log(name, 7, tasks[7 % len(tasks)].done(), tasks[7 % len(tasks)].cancelled(), tasks[7 % len(tasks)].cancelling())
    async with lock:
        log(name, 'lock', 8)
        try: log(tasks[-1].result())
        except BaseException as e: log(repr(e))
        asyncio.get_running_loop().call_later(0.100322, log, 'later', 10)
    it = counted(11, 3)
    try:
        log(await anext(it))
        g13 = asyncio.gather(leaf(13, 0.087383), fail(135, 0.052078), return_exceptions=True)
        loop().call_later(0.009792, g13.cancel)
        try: log(name, await g13)
        except BaseException as e: log(name, 'gathered', 13, repr(e), g13.cancelled())
    finally:
        log('closes', await it.aclose())
async def work3(name):
    log(queue.qsize(), queue.empty(), queue.full())
async def work4(name):
    try:
        async with asyncio.timeout(0.045761):
            loop().call_soon(raises, 17)
    except E1 as e:
        log(name, 'timeout', 15, repr(e))
    s19 = asyncio.shield(asyncio.create_task(leaf(19, 0.062259)))
    s19.cancel()
    try: log(await s19)
    except asyncio.CancelledError as e: log(name, 'shield', 19, repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
