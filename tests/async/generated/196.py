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
    try: await asyncio.sleep(0.045134 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    h2 = loop().call_later(0.124428, log, 'handle', 2)
    loop().call_later(0.034248, h2.cancel)
    log(name, h2.cancelled())
    raise E1(3)
    g5 = asyncio.gather(leaf(5, 0.082995), fail(55, 0.014354), return_exceptions=False)
    loop().call_later(0.087047, g5.cancel)
    try: log(name, await g5)
    except BaseException as e: log(name, 'gathered', 5, repr(e), g5.cancelled())
async def work1(name):
    try:
        async with asyncio.timeout(0.061313):
            async with Manager(7, False):
                log(name, var.get())
                token9 = var.set(9)
                log(name, var.get())
    except E1 as e:
        log(name, 'timeout', 6, repr(e))
    async with Manager(10, False):
        log(name, 'got', await queue.get())
        async for q in counted(12, 3):
            log(name, 'item', q)
            try:
                async with asyncio.timeout(0.128944) as tm:
                    log(await asyncio.gather(leaf(14), leaf(141, 0.044289), fail(8), return_exceptions=True))
            except TimeoutError as e:
                log(name, 'timeout', 13, repr(e))
            g16 = asyncio.gather(leaf(16, 0.124867), leaf(165, 0.085423), return_exceptions=False)
            loop().call_later(0.038820, g16.cancel)
            try: log(name, await g16)
            except BaseException as e: log(name, 'gathered', 16, repr(e), g16.cancelled())
    queue.task_done()
async def work2(name):
    await barrier.reset()
    it = counted(21, 3)
    try:
        log(await anext(it))
        await asyncio.sleep(0.000607)
        log(name, 22)
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    finally:
        log('closes', await it.aclose())
    try:
        async with asyncio.timeout(0.037573) as tm25:
            tm25.reschedule(loop().time() + 0.108323)
            await asyncio.sleep(0.077536)
            log(name, 'in time', 25)
    except TimeoutError: log(name, 'late', 25, tm25.expired())
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
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    event.set()
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
