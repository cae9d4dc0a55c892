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
    try: await asyncio.sleep(0.043431 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    it = counted(1, 3)
    try:
        log(await anext(it))
        loop().call_later(0.005309, raises, 3, context=contextvars.Context())
    finally:
        log('closes', await it.aclose())
async def work1(name):
    g5 = asyncio.gather(leaf(5, 0.091748), fail(55, 0.118602), return_exceptions=False)
    loop().call_later(0.097067, g5.cancel)
    try: log(name, await g5)
    except BaseException as e: log(name, 'gathered', 5, repr(e), g5.cancelled())
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[7 % len(tasks)], 0.029944))
        except Exception as e: log(name, 'waited for', 7, repr(e))
async def work2(name):
    log(name, 'put', 8)
    await queue.put(8)
    queue.task_done()
    try:
        f13 = loop().create_future()
        f13.add_done_callback(lambda f: log('future', 13, f.cancelled()))
        loop().call_later(0.076726, f13.set_exception, E1(4))
        log(name, await f13)
        async with lock:
            log(name, 'lock', 14)
            try:
                async with asyncio.TaskGroup() as tg:
                    g15 = tg.create_task(fail(15, 0.124263))
                    tg.create_task(child(f'{name}/15'))
                    tasks.append(asyncio.ensure_future(child(f'{name}:16')))
                    tasks[-1].add_done_callback(lambda t: log('done', 16, t.cancelled()))
            except ExceptionGroup as e:
                log(name, 'group', 15, e.exceptions)
        log(name, await asyncio.shield(fut))
    except asyncio.CancelledError as e:
        log(name, 'caught', 11, repr(e))
        h19 = loop().call_at(loop().time() + 0.127460, log, 'handle', 19)
        h19.cancel()
        log(name, h19.cancelled())
        async for f21 in asyncio.as_completed([leaf(21, 0.053962), fail(216, 0.118912)]):
            log(name, f21.done(), repr(f21.exception()))
        raise
    loop().call_soon(raises, 23)
async def work3(name):
    for i24 in range(1):
        if not fut.done(): fut.set_result(25)
        log(name, 'fut', fut.done())
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work4(name):
    async with lock:
        log(name, 'lock', 27)
        log(await event.wait())
        h30 = loop().call_later(0.097462, log, 'handle', 30)
        h30.cancel()
        log(name, h30.cancelled())
    asyncio.get_running_loop().call_later(0.112695, log, 'later', 31)
async def work5(name):
    s33 = asyncio.shield(asyncio.create_task(leaf(33, 0.103200)))
    loop().call_later(0.129163, s33.cancel)
    try: log(await s33)
    except asyncio.CancelledError as e: log(name, 'shield', 33, repr(e))
    await asyncio.sleep(0)
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    log(tasks[0].done())
    await asyncio.sleep(0.048801)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
