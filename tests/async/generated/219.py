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
    try: await asyncio.sleep(0.026349 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(queue.qsize(), queue.empty(), queue.full())
    loop().call_later(0.069435, raises, 3, context=contextvars.Context())
    async with sem:
        log(name, 'sem', 4)
        async with lock:
            log(name, 'lock', 5)
            try:
                await asyncio.sleep(0.022152)
                log(name, 7)
                d, p = await asyncio.wait([asyncio.create_task(leaf(8, 0.060027)), asyncio.create_task(fail(82, 0.015821))], return_when=asyncio.FIRST_COMPLETED)
                log(name, len(d), len(p))
                pass
                for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            except BaseException as e:
                log(name, 'caught', 6, repr(e))
                if tasks: log(name, 'cancel', 9, tasks[9 % len(tasks)].cancel('msg'))
                raise
            log(await asyncio.wait_for(leaf(10, 0.126938), 0.010635))
        it = counted(11, 3)
        log(await anext(it))
        del it
        if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.062329))[:5])
async def work1(name):
    tasks.append(asyncio.ensure_future(child(f'{name}:13')))
    tasks[-1].add_done_callback(lambda t: log('done', 13, t.cancelled()))
    async with Manager(14, True):
        async with Manager(15, True):
            h17 = loop().call_at(loop().time() + 0.070616, log, 'handle', 17)
            h17.cancel()
            log(name, h17.cancelled())
        it = counted(18, 3)
        log(await anext(it))
        del it
        if not fut.done(): fut.set_result(19)
        log(name, 'fut', fut.done())
        log([q async for q in counted(20, 2)])
async def work2(name):
    asyncio.get_running_loop().call_later(0.001644, log, 'later', 21)
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.125347))
    asyncio.get_running_loop().call_soon(log, 'soon', 24)
async def work3(name):
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.075573, 25)), asyncio.create_task(leaf(253, 0.114581))], timeout=0.065361):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    tasks.append(asyncio.create_task(child(f'{name}.26'), name=f'{name}.26'))
    log(name, 'put', 27)
    await queue.put(27)
    try:
        async with asyncio.timeout(0.093635):
            if tasks: tasks[30 % len(tasks)].add_done_callback(raises)
    except TimeoutError as e:
        log(name, 'timeout', 28, repr(e))
async def work4(name):
    try:
        async with asyncio.timeout(0.032050) as tm32:
            tm32.reschedule(loop().time() + 0.080534)
            await asyncio.sleep(0.117710)
            log(name, 'in time', 32)
    except TimeoutError: log(name, 'late', 32, tm32.expired())
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.054337))[:5])
    tasks.append(asyncio.ensure_future(child(f'{name}:34')))
    tasks[-1].add_done_callback(lambda t: log('done', 34, t.cancelled()))
async def work5(name):
    loop().call_soon(raises, 36)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    log(tasks[0].done())
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
