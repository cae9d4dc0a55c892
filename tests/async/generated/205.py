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
    try: await asyncio.sleep(0.008758 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(2, 0.118384), loop())))
    try:
        async with asyncio.TaskGroup() as tg:
            g3 = tg.create_task(leaf(3, 0.005903))
            tg.create_task(child(f'{name}/3'))
            log(name, var.get())
            token5 = var.set(5)
            var.reset(token5)
            log(name, var.get())
            h7 = loop().call_at(loop().time() + 0.024326, log, 'handle', 7)
            loop().call_later(0.099312, h7.cancel)
            log(name, h7.cancelled())
    except ExceptionGroup as e:
        log(name, 'group', 3, e.exceptions)
    try:
        try:
            async with asyncio.timeout(0) as tm10:
                tm10.reschedule(loop().time() + 0.103605)
                await asyncio.sleep(0.100347)
                log(name, 'in time', 10)
        except TimeoutError: log(name, 'late', 10, tm10.expired())
        loop().call_later(0.091781, raises, 12, context=contextvars.Context())
    finally:
        log(name, 'finally', 8)
async def work1(name):
    s14 = asyncio.shield(asyncio.create_task(leaf(14, 0.100056)))
    s14.cancel()
    try: log(await s14)
    except asyncio.CancelledError as e: log(name, 'shield', 14, repr(e))
    async for f16 in asyncio.as_completed([leaf(16, 0.078637), fail(166, 0.075428)]):
        log(name, f16.done(), repr(f16.exception()))
    async for f18 in asyncio.as_completed([leaf(18, 0.023023), fail(186, 0.074046)]):
        log(name, f18.done(), repr(f18.exception()))
async def work2(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    log(name, await asyncio.wait_for(queue.join(), 0.012106))
    asyncio.current_task().cancel('self')
async def work3(name):
    try:
        try:
            async with asyncio.timeout(0) as tm26:
                tm26.reschedule(loop().time() + 0.017617)
                await asyncio.sleep(0.089116)
                log(name, 'in time', 26)
        except TimeoutError: log(name, 'late', 26, tm26.expired())
        pass
        tasks.append(asyncio.create_task(child(f'{name}.28'), name=f'{name}.28'))
        async with barrier as at: log(name, at)
    except asyncio.TimeoutError as e:
        log(name, 'caught', 24, repr(e))
        asyncio.get_running_loop().call_soon(log, 'soon', 31)
        tasks.append(asyncio.eager_task_factory(loop(), varied(33)))
        log(name, tasks[-1].done())
        raise
async def work4(name):
    f35 = loop().create_future()
    f35.add_done_callback(lambda f: log('future', 35, f.cancelled()))
    loop().call_later(0.111993, f35.set_exception, E1(4))
    log(name, await f35)
    if tasks: log(name, 36, tasks[36 % len(tasks)].done(), tasks[36 % len(tasks)].cancelled(), tasks[36 % len(tasks)].cancelling())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    event.set()
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
