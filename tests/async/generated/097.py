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
    try: await asyncio.sleep(0.046061 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, queue.qsize())
async def work1(name):
    async with sem:
        log(name, 'sem', 3)
        async with Manager(4, True):
            if tasks:
                try: log(name, await asyncio.wait_for(tasks[6 % len(tasks)], 0.025274))
                except Exception as e: log(name, 'waited for', 6, repr(e))
        it = counted(7, 3)
        try:
            log(await anext(it))
            if tasks: log(name, 'cancel', 8, tasks[8 % len(tasks)].cancel())
            await asyncio.sleep(0)
        finally:
            log('closes', await it.aclose())
    try:
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.022106, 11)), asyncio.create_task(leaf(113, 0.126514))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        tasks[-1].set_name('renamed13')
        log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    except asyncio.CancelledError as e:
        log(name, 'caught', 10, repr(e))
        await asyncio.sleep(0.105460)
        log(name, 14)
        raise
    for i15 in range(1):
        log(barrier.n_waiting, barrier.broken)
        async with lock:
            log(name, 'lock', 17)
            it = counted(18, 3)
            try:
                log(await anext(it))
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.048821, 19)), asyncio.create_task(leaf(193, 0.041718))], timeout=0.056792):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            finally:
                log('closes', await it.aclose())
            try:
                async with asyncio.timeout(None) as tm22:
                    tm22.reschedule(loop().time() + 0.066779)
                    await asyncio.sleep(0.118508)
                    log(name, 'in time', 22)
            except TimeoutError: log(name, 'late', 22, tm22.expired())
        tasks.append(asyncio.eager_task_factory(loop(), varied(24)))
        log(name, tasks[-1].done())
        await asyncio.sleep(0.095140)
        log(name, 25)
async def work2(name):
    if not fut.done(): fut.cancel()
    log(name, 'fut', fut.done())
    async with sem:
        log(name, 'sem', 27)
        log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(29, 0.080818), loop())))
    pass
async def work3(name):
    async with cond:
        cond.notify()
        log(name, 'cond', 31)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    fut.cancel() if not fut.done() else None
    tasks[-1].cancel('by main')
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
