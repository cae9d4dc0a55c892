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
    try: await asyncio.sleep(0.040875 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    asyncio.current_task().cancel()
    if not fut.done(): fut.set_exception(E2(3))
    log(name, 'fut', fut.done())
    try:
        async with asyncio.TaskGroup() as tg:
            g4 = tg.create_task(leaf(4, 0.055414))
            tg.create_task(child(f'{name}/4'))
            asyncio.current_task().cancel('self')
            async with Manager(7, True):
                log(name, 8, event.is_set())
                event.set()
                raise E1(9)
            await barrier.wait()
            log([q async for q in counted(11, 2)])
    except ExceptionGroup as e:
        log(name, 'group', 4, e.exceptions)
    g13 = asyncio.gather(leaf(13, 0.007882), fail(135, 0.062853), return_exceptions=True)
    loop().call_later(0.055952, g13.cancel)
    try: log(name, await g13)
    except BaseException as e: log(name, 'gathered', 13, repr(e), g13.cancelled())
async def work1(name):
    try:
        try:
            return name
        except asyncio.CancelledError as e:
            log(name, 'caught', 15, repr(e))
            contextvars.copy_context().run(loop().call_soon, log, 'in context', 18)
            log(await asyncio.wait_for(leaf(19, 0.027383), 0.001478))
            raise
    finally:
        log(name, 'finally', 14)
    log([q async for q in counted(20, 1)])
async def work2(name):
    tasks.append(asyncio.create_task(varied(22), context=contextvars.copy_context()))
    if tasks: tasks[24 % len(tasks)].add_done_callback(lambda t: raises(24))
async def work3(name):
    s26 = asyncio.shield(asyncio.create_task(leaf(26, 0.126554)))
    loop().call_later(0.045338, s26.cancel)
    try: log(await s26)
    except asyncio.CancelledError as e: log(name, 'shield', 26, repr(e))
    g28 = asyncio.gather(leaf(28, 0.073621), leaf(285, 0.108895), return_exceptions=False)
    loop().call_later(0.072570, g28.cancel)
    try: log(name, await g28)
    except BaseException as e: log(name, 'gathered', 28, repr(e), g28.cancelled())
async def work4(name):
    await asyncio.sleep(0.127522)
    log(name, 29)
    if tasks: log(name, 'cancel', 30, tasks[30 % len(tasks)].cancel('msg'))
    log(await asyncio.wait_for(leaf(31, 0.111836), 0.067102))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    tasks[0].cancel()
    log(tasks[0].done())
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
