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
    try: await asyncio.sleep(0.032140 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    asyncio.current_task().cancel('self')
async def work1(name):
    log(await asyncio.gather(leaf(3), leaf(31, 0.042521), leaf(7, 0.099582), return_exceptions=True))
    try:
        async with asyncio.timeout(0.106780):
            async with sem:
                log(name, 'sem', 5)
                log(name, 6, event.is_set())
                event.set()
            log(barrier.n_waiting, barrier.broken)
    except TimeoutError as e:
        log(name, 'timeout', 4, repr(e))
async def work2(name):
    h9 = loop().call_at(loop().time() + 0.024997, log, 'handle', 9)
    h9.cancel()
    log(name, h9.cancelled())
async def work3(name):
    log(name, 'got', await queue.get())
    async with lock:
        log(name, 'lock', 11)
        try:
            async with asyncio.timeout(0.090700):
                if tasks:
                    try: log(name, await asyncio.wait_for(tasks[14 % len(tasks)], 0))
                    except Exception as e: log(name, 'waited for', 14, repr(e))
                tasks.append(asyncio.eager_task_factory(loop(), varied(16)))
                log(name, tasks[-1].done())
        except E1 as e:
            log(name, 'timeout', 12, repr(e))
        async with Manager(17, False):
            try:
                tasks.append(asyncio.ensure_future(child(f'{name}:19')))
                tasks[-1].add_done_callback(lambda t: log('done', 19, t.cancelled()))
                if not fut.done(): fut.set_result(20)
                log(name, 'fut', fut.done())
            except E1 as e:
                log(name, 'caught', 18, repr(e))
                queue.put_nowait(21)
            contextvars.copy_context().run(loop().call_soon, log, 'in context', 23)
        pass
        pass
async def work4(name):
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(27, 0.030069), loop())))
    try:
        async with asyncio.timeout(0.119549) as tm:
            asyncio.get_running_loop().call_later(0.063410, log, 'later', 29)
            loop().call_later(0.084644, raises, 31, context=contextvars.Context())
    except TimeoutError as e:
        log(name, 'timeout', 28, repr(e))
    try:
        async with asyncio.timeout(0.004308) as tm33:
            tm33.reschedule(loop().time() + 0.096371)
            await asyncio.sleep(0.056107)
            log(name, 'in time', 33)
    except TimeoutError: log(name, 'late', 33, tm33.expired())
    contextvars.copy_context().run(loop().call_soon, log, 'in context', 35)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0.081169)
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
