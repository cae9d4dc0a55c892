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
    try: await asyncio.sleep(0.048523 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    it = counted(1, 3)
    log(await anext(it))
    del it
    log([q async for q in counted(2, 2)])
    async with lock:
        log(name, 'lock', 3)
        try:
            if tasks: log(name, 'cancel', 5, tasks[5 % len(tasks)].cancel('msg'))
            log(name, var.get())
            token7 = var.set(7)
            log(name, var.get())
        except BaseException as e:
            log(name, 'caught', 4, repr(e))
            loop().call_soon(raises, 9)
    async with lock:
        log(name, 'lock', 10)
        log(name, 'put', 11)
        await queue.put(11)
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.112034, 12)), asyncio.create_task(leaf(123, 0.075510))], timeout=0.065526):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        tasks.append(asyncio.Task(agen_child(f'{name}!14'), loop=loop(), eager_start=True, name=f'{name}!14'))
async def work1(name):
    tasks.append(asyncio.eager_task_factory(loop(), varied(16)))
    log(name, tasks[-1].done())
    async with lock:
        log(name, 'lock', 17)
        async with lock:
            log(name, 'lock', 18)
            try:
                async for f21 in asyncio.as_completed([leaf(21, 0.048905), fail(216, 0.019646)]):
                    log(name, f21.done(), repr(f21.exception()))
            except asyncio.TimeoutError as e:
                log(name, 'caught', 19, repr(e))
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        await asyncio.sleep(0.046695)
        log(name, 23)
        async with Manager(24, True):
            async with lock:
                log(name, 'lock', 25)
                queue.put_nowait(26)
            log(name, 'put', 27)
            await queue.put(27)
    h29 = loop().call_at(loop().time() + 0.129576, log, 'handle', 29)
    h29.cancel()
    log(name, h29.cancelled())
    log(name, 'got', await queue.get())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks[-1].cancel('by main')
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
