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
    try: await asyncio.sleep(0.073936 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    asyncio.get_running_loop().call_later(0.101975, log, 'later', 1)
async def work1(name):
    asyncio.get_running_loop().call_soon(log, 'soon', 2)
    if len(tasks) % 2:
        it = counted(4, 3)
        try:
            log(await anext(it))
            log(name, await fut)
        finally:
            log('closes', await it.aclose())
        loop().call_soon(raises, 7)
        h9 = loop().call_at(loop().time() + 0.071826, log, 'handle', 9)
        h9.cancel()
        log(name, h9.cancelled())
        for i10 in range(2):
            log(name, 11, event.is_set())
            event.set()
    else:
        it13 = counted(13, 3)
        log(await it13.asend(None))
        log(await it13.asend(13))
        log(await anext(it13, 'over'))
        if lock.locked(): lock.release()
    async with lock:
        log(name, 'lock', 16)
        if not fut.done(): fut.set_result(17)
        log(name, 'fut', fut.done())
        try:
            async with asyncio.TaskGroup() as tg:
                g18 = tg.create_task(leaf(18, 0.028251))
                tg.create_task(child(f'{name}/18'))
                async for f20 in asyncio.as_completed([leaf(20, 0.040522), fail(206, 0.034564)]):
                    log(name, f20.done(), repr(f20.exception()))
                try:
                    async with asyncio.timeout(0.052065) as tm22:
                        tm22.reschedule(loop().time() + 0.121971)
                        await asyncio.sleep(0.005827)
                        log(name, 'in time', 22)
                except TimeoutError: log(name, 'late', 22, tm22.expired())
        except ExceptionGroup as e:
            log(name, 'group', 18, e.exceptions)
        if not fut.done(): fut.set_result(23)
        log(name, 'fut', fut.done())
    if tasks: log(name, 24, tasks[24 % len(tasks)].done(), tasks[24 % len(tasks)].cancelled(), tasks[24 % len(tasks)].cancelling())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    event.set()
    tasks[0].cancel()
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
