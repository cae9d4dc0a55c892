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
    try: await asyncio.sleep(0.058419 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with lock:
        log(name, 'lock', 1)
        pass
        await asyncio.sleep(0.074197)
        log(name, 3)
        async with cond:
            log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.073107))
        try:
            await barrier.abort()
            try:
                g11 = asyncio.gather(leaf(11, 0.037952), leaf(115, 0.038627), return_exceptions=True)
                loop().call_later(0.090194, g11.cancel)
                try: log(name, await g11)
                except asyncio.CancelledError as e: log(name, 'gathered', 11, repr(e), g11.cancelled())
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.071809, 12)), asyncio.create_task(leaf(123, 0.073446))]):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
            except Exception as e:
                log(name, 'caught', 9, repr(e))
                await barrier.abort()
                raise
        except E1 as e:
            log(name, 'caught', 6, repr(e))
            try: log(tasks[-1].result())
            except BaseException as e: log(repr(e))
            await asyncio.sleep(0.095563)
            log(name, 16)
            raise
    async with lock:
        log(name, 'lock', 17)
        log(await asyncio.wait_for(leaf(18, 0.085039), 0.083866))
        await asyncio.sleep(0)
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        return name
async def work1(name):
    try:
        async with asyncio.timeout(0.077938) as tm23:
            tm23.reschedule(loop().time() + 0.058245)
            await asyncio.sleep(0.127891)
            log(name, 'in time', 23)
    except TimeoutError: log(name, 'late', 23, tm23.expired())
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.088165))
    async with sem:
        log(name, 'sem', 26)
        log(name, 'got', await queue.get())
async def work2(name):
    it = counted(28, 3)
    try:
        log(await anext(it))
        contextvars.copy_context().run(loop().call_soon, log, 'in context', 30)
        sem.release()
    finally:
        log('closes', await it.aclose())
    d, p = await asyncio.wait([asyncio.create_task(leaf(33, 0.059662)), asyncio.create_task(fail(332, 0.094330))], timeout=0.071295)
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    log(name, var.get())
    token35 = var.set(35)
    var.reset(token35)
    log(name, var.get())
    log(name, await asyncio.wait_for(queue.join(), 0.059583))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.122715)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
