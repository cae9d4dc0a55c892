# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in enumerate(name)) % 9973 / \
  1e6
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
def  say(*a): print(*a)
def told(loop, known): print('handler', known['message'].split(' at ')[0], repr(known.get('exception')))
def raises(n, *rest): log('raises', n, var.get()); raise E2(n)
def loop(): return asyncio.get_running_loop()
async def varied(n):
    log('varied', n, var.get()); var.set(n)
    await asyncio.sleep(0)
    log('varied', n, var.get())
    return n
async def child(name):
    try: await \
  asyncio.sleep(0.091217 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
    g3 = asyncio.gather(leaf(3, 0.104527), leaf(35, 0.080227), return_exceptions=True)
    loop().call_later(0.104656, g3.cancel)
    try: log(name, await g3)
    except BaseException as e: log(name, 'gathered', 3, repr(e), g3.cancelled \
  ())
async def work1(name):
    asyncio.get_running_loop().call_later(0.051643, log , 'later', 4)
async def work2(name):
    await asyncio.sleep(0.094019)
    log(name, 5)
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
async def work3(name):
    async for f8 in asyncio.as_completed([leaf(8, 0.061475), fail(86, 0.029184)]):
        log(

	name, f8.done(), repr(f8.exception()))
    log(await asyncio.gather(leaf(9), leaf(91, 0.041082), fut, return_exceptions=False))
    h11 = loop().call_later(0.044123, log, 'handle', 11)
    h11.cancel()
    log(name, h11.cancelled())
async def work4(name):
    await barrier.reset()
async def work5(name):
    it = counted(14, 3)
    try:
        log(await anext(it))
        log(await asyncio.wait_for(leaf(15, 0.027998), 0.050836))
    finally:
        log('closes', await it.aclose())
    log(name, 'put', 16)
    await queue.put(16)
    log(name, await fut)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio
    .create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t. cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
