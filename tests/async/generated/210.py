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
    try: await asyncio.sleep(0.053864 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log([q async for q in counted(1, 1)])
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.078490))[:5])
    try:
        async with asyncio.timeout(0.008998):
            tasks.append(asyncio.create_task(child(f'{name}.4'), name=f'{name}.4'))
            for i5 in range(2):
                if tasks: tasks[7 % len(tasks)].add_done_callback(lambda t: raises(7))
                try:
                    async with asyncio.timeout(0.015979):
                        queue.task_done()
                        s12 = asyncio.shield(asyncio.create_task(leaf(12, 0.009410)))
                        loop().call_later(0.054565, s12.cancel)
                        try: log(await s12)
                        except asyncio.CancelledError as e: log(name, 'shield', 12, repr(e))
                except E1 as e:
                    log(name, 'timeout', 8, repr(e))
            asyncio.get_running_loop().call_soon(log, 'soon', 13)
    except E1 as e:
        log(name, 'timeout', 3, repr(e))
    tasks.append(asyncio.create_task(child(f'{name}.14'), name=f'{name}.14'))
async def work1(name):
    tasks.append(asyncio.create_task(child(f'{name}.15'), name=f'{name}.15'))
async def work2(name):
    log(name, 'got', await queue.get())
    await asyncio.sleep(0.059742)
    log(name, 17)
    async for q in counted(18, 3):
        log(name, 'item', q)
        log(name, await fut)
        tasks.append(asyncio.create_task(varied(21), context=contextvars.copy_context()))
        loop().call_later(0.030112, raises, 23, context=contextvars.Context())
        if tasks:
            try: log(name, await asyncio.wait_for(tasks[25 % len(tasks)], 0.006454))
            except Exception as e: log(name, 'waited for', 25, repr(e))
async def work3(name):
    it27 = counted(27, 3)
    log(await it27.asend(None))
    await it27.aclose()
    log(await anext(it27, 'over'))
    async for f29 in asyncio.as_completed([leaf(29, 0.082078), fail(296, 0.128137)]):
        log(name, f29.done(), repr(f29.exception()))
    async for q in counted(30, 3):
        log(name, 'item', q)
        sem.release()
    async with sem:
        log(name, 'sem', 33)
        async with lock:
            log(name, 'lock', 34)
            log(name, await asyncio.wait_for(queue.join(), 0.010792))
        queue.put_nowait(37)
async def work4(name):
    log(name, 38, lock.locked(), sem.locked())
    tasks.append(asyncio.ensure_future(child(f'{name}:39')))
    tasks[-1].add_done_callback(lambda t: log('done', 39, t.cancelled()))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks[0].cancel()
    log(tasks[0].done())
    log(tasks[0].done())
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
