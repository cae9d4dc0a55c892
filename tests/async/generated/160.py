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
    try: await asyncio.sleep(0.037162 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    g2 = asyncio.gather(leaf(2, 0.113265), fail(25, 0.103530), return_exceptions=False)
    loop().call_later(0.104924, g2.cancel)
    try: log(name, await g2)
    except asyncio.CancelledError as e: log(name, 'gathered', 2, repr(e), g2.cancelled())
    pass
async def work1(name):
    try:
        it = counted(5, 3)
        log(await anext(it))
        del it
        tasks.append(asyncio.create_task(varied(7), context=contextvars.copy_context()))
    finally:
        log(name, 'finally', 4)
    log(barrier.n_waiting, barrier.broken)
    try:
        async with asyncio.timeout(0.124996):
            async with Manager(10, True):
                it12 = counted(12, 3)
                log(await it12.asend(None))
                log(await it12.athrow(E1(12)))
                log(await anext(it12, 'over'))
                log([q async for q in counted(13, 2)])
            await asyncio.sleep(0.010653)
            log(name, 14)
            await asyncio.sleep(0.117841)
            log(name, 15)
            async with cond:
                log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.064076))
    except TimeoutError as e:
        log(name, 'timeout', 9, repr(e))
async def work2(name):
    if tasks: log(name, 18, tasks[18 % len(tasks)].done(), tasks[18 % len(tasks)].cancelled(), tasks[18 % len(tasks)].cancelling())
    g20 = asyncio.gather(leaf(20, 0.081591), fail(205, 0.008354), return_exceptions=True)
    loop().call_later(0.015706, g20.cancel)
    try: log(name, await g20)
    except BaseException as e: log(name, 'gathered', 20, repr(e), g20.cancelled())
async def work3(name):
    s22 = asyncio.shield(asyncio.create_task(leaf(22, 0.081519)))
    s22.cancel()
    try: log(await s22)
    except asyncio.CancelledError as e: log(name, 'shield', 22, repr(e))
async def work4(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work5(name):
    if tasks: tasks[25 % len(tasks)].add_done_callback(raises)
    for i26 in range(2):
        log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(28, 0.107582), loop())))
        sem.release()
        async with cond:
            cond.notify_all()
            log(name, 'cond', 31)
        asyncio.current_task().cancel()
    if tasks: log(name, 'cancel', 34, tasks[34 % len(tasks)].cancel())
    log(name, var.get())
    token36 = var.set(36)
    log(name, var.get())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    await asyncio.sleep(0.062052)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
