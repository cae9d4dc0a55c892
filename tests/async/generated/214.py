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
    try: await asyncio.sleep(0.096592 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if len(tasks) % 2:
        if tasks: log(name, 2, tasks[2 % len(tasks)].done(), tasks[2 % len(tasks)].cancelled(), tasks[2 % len(tasks)].cancelling())
        asyncio.get_running_loop().call_later(0.037646, log, 'later', 3)
    else:
        if not fut.done(): fut.set_result(4)
        log(name, 'fut', fut.done())
async def work1(name):
    g6 = asyncio.gather(leaf(6, 0.019474), fail(65, 0.105290), return_exceptions=True)
    loop().call_later(0.052951, g6.cancel)
    try: log(name, await g6)
    except asyncio.CancelledError as e: log(name, 'gathered', 6, repr(e), g6.cancelled())
async def work2(name):
    tasks.append(asyncio.create_task(child(f'{name}.7'), name=f'{name}.7'))
    tasks.append(asyncio.Task(agen_child(f'{name}!9'), loop=loop(), eager_start=True, name=f'{name}!9'))
async def work3(name):
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(0.059774):
            log(name, queue.qsize())
    except E1 as e:
        log(name, 'timeout', 11, repr(e))
    await asyncio.sleep(0.093275)
    log(name, 14)
    log(name, 'got', await queue.get())
async def work4(name):
    async with barrier as at: log(name, at)
    tasks.append(asyncio.create_task(varied(19), context=contextvars.copy_context()))
    try:
        asyncio.get_running_loop().call_soon(log, 'soon', 21)
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        log(name, 'put', 23)
        await queue.put(23)
        f25 = loop().create_future()
        f25.add_done_callback(lambda f: log('future', 25, f.cancelled()))
        loop().call_later(0.014182, f25.set_exception, E1(4))
        log(name, await f25)
    finally:
        log(name, 'finally', 20)
    log(name, await asyncio.shield(fut))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    fut.cancel() if not fut.done() else None
    event.set()
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
