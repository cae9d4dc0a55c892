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
    try: await asyncio.sleep(0.048349 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        log(name, 'put', 2)
        await queue.put(2)
        s4 = asyncio.shield(asyncio.create_task(leaf(4, 0.005654)))
        loop().call_later(0.021781, s4.cancel)
        try: log(await s4)
        except asyncio.CancelledError as e: log(name, 'shield', 4, repr(e))
        d, p = await asyncio.wait([asyncio.create_task(leaf(5, 0.128522)), asyncio.create_task(fail(52, 0.063699))], timeout=0.031496)
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        try:
            log(await event.wait())
            log(name, await asyncio.wait_for(queue.join(), 0.103539))
        except asyncio.TimeoutError as e:
            log(name, 'caught', 6, repr(e))
            asyncio.current_task().cancel('self')
            log(name, await fut)
            raise
    except E1 as e:
        log(name, 'caught', 1, repr(e))
        await asyncio.sleep(0)
        raise
    async for f15 in asyncio.as_completed([leaf(15, 0.087329), fail(156, 0.090293)]):
        log(name, f15.done(), repr(f15.exception()))
    raise E1(16)
    it18 = counted(18, 3)
    log(await it18.asend(None))
    await it18.aclose()
    log(await anext(it18, 'over'))
async def work1(name):
    await barrier.wait()
    tasks[-1].set_name('renamed21')
    log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
async def work2(name):
    if tasks: tasks[23 % len(tasks)].add_done_callback(lambda t: raises(23))
    log(name, var.get())
    token25 = var.set(25)
    log(name, var.get())
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
    event.set()
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
