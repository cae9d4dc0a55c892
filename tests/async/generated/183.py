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
    try: await asyncio.sleep(0.088447 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        log(await asyncio.gather(leaf(2), leaf(21, 0.012870), fut, return_exceptions=False))
        pass
        log(barrier.n_waiting, barrier.broken)
    except Exception as e:
        log(name, 'caught', 1, repr(e))
        tasks.append(asyncio.create_task(agen_child(f'{name}.5'), name=f'{name}.5'))
        raise
    try:
        loop().call_later(0.038754, raises, 8, context=contextvars.Context())
        sem.release()
        it = counted(11, 3)
        log(await anext(it))
        del it
    except E1 as e:
        log(name, 'caught', 6, repr(e))
        pass
    d, p = await asyncio.wait([asyncio.create_task(leaf(13, 0.039668)), asyncio.create_task(leaf(132, 0.083897))])
    log(name, len(d), len(p))
    for t_ in p: t_.cancel()
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
async def work1(name):
    try:
        async with asyncio.timeout(0.012779):
            log(name, 'put', 15)
            await queue.put(15)
            try:
                async with asyncio.timeout(0.027028):
                    tasks.append(asyncio.create_task(child(f'{name}.17'), name=f'{name}.17'))
            except TimeoutError as e:
                log(name, 'timeout', 16, repr(e))
            await asyncio.sleep(0.052761)
            log(name, 18)
            log(name, 19, event.is_set())
            event.set()
    except TimeoutError as e:
        log(name, 'timeout', 14, repr(e))
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    contextvars.copy_context().run(loop().call_soon, log, 'in context', 22)
async def work2(name):
    log(await asyncio.gather(leaf(23), leaf(231, 0.114090), leaf(9), return_exceptions=False))
    asyncio.current_task().cancel('self')
    sem.release()
    if not fut.done(): fut.set_result(28)
    log(name, 'fut', fut.done())
async def work3(name):
    log(await event.wait())
    log(name, await asyncio.wait_for(queue.join(), 0.076775))
    log(await asyncio.wait_for(leaf(32, 0.082630), 0))
    if tasks: log(name, 33, tasks[33 % len(tasks)].done(), tasks[33 % len(tasks)].cancelled(), tasks[33 % len(tasks)].cancelling())
async def work4(name):
    log(queue.get_nowait())
    if tasks: log(name, 'cancel', 35, tasks[35 % len(tasks)].cancel())
    if tasks: tasks[37 % len(tasks)].add_done_callback(lambda t: raises(37))
async def work5(name):
    async with cond:
        await cond.wait()
        log(name, 'cond', 38)
    log(name, 'got', await queue.get())
    tasks.append(asyncio.Task(child(f'{name}!41'), loop=loop(), eager_start=True, name=f'{name}!41'))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    event.set()
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
