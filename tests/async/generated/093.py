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
    try: await asyncio.sleep(0.061485 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    for i1 in range(3):
        log(await asyncio.wait_for(leaf(2, 0.121735), 0))
        log(await event.wait())
        log(name, 4, event.is_set())
        event.set()
    log(await asyncio.gather(leaf(5), leaf(51, 0.089479), fut, return_exceptions=True))
    await asyncio.sleep(0.042146)
    log(name, 6)
async def work1(name):
    try:
        async with asyncio.timeout(0.065201):
            log(name, var.get())
            token9 = var.set(9)
            log(name, var.get())
            async with cond:
                cond.notify_all()
                log(name, 'cond', 10)
    except TimeoutError as e:
        log(name, 'timeout', 7, repr(e))
async def work2(name):
    for i11 in range(2):
        log(await asyncio.wait_for(leaf(12, 0.117956), None))
        it = counted(13, 3)
        log(await anext(it))
        del it
        if tasks: tasks[15 % len(tasks)].add_done_callback(raises)
        async with lock:
            log(name, 'lock', 16)
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.036275, 17)), asyncio.create_task(leaf(173, 0.092406))], timeout=0.067065):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def work3(name):
    async with Manager(18, False):
        h20 = loop().call_at(loop().time() + 0.116031, log, 'handle', 20)
        h20.cancel()
        log(name, h20.cancelled())
        tasks.append(asyncio.create_task(agen_child(f'{name}.21'), name=f'{name}.21'))
    async with Manager(22, True):
        try:
            if tasks: tasks[25 % len(tasks)].add_done_callback(raises)
        finally:
            log(name, 'finally', 23)
        tasks.append(asyncio.ensure_future(child(f'{name}:26')))
        tasks[-1].add_done_callback(lambda t: log('done', 26, t.cancelled()))
        queue.task_done()
    try:
        if tasks:
            try: log(name, await asyncio.wait_for(tasks[30 % len(tasks)], 0))
            except Exception as e: log(name, 'waited for', 30, repr(e))
        if not fut.done(): fut.set_exception(E2(31))
        log(name, 'fut', fut.done())
        f33 = loop().create_future()
        f33.add_done_callback(lambda f: log('future', 33, f.cancelled()))
        loop().call_later(0.048002, f33.set_exception, E1(4))
        log(name, await f33)
        queue.put_nowait(34)
    finally:
        log(name, 'finally', 28)
        pass
        await asyncio.sleep(0.114863)
        log(name, 36)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks[-1].cancel('by main')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.039805)
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.082545)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
