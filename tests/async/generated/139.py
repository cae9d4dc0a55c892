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
    try: await asyncio.sleep(0.014470 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    loop().call_soon(raises, 2)
    try:
        async with asyncio.TaskGroup() as tg:
            g3 = tg.create_task(fail(3, 0.052580))
            tg.create_task(child(f'{name}/3'))
            log(name, var.get())
            token5 = var.set(5)
            log(name, var.get())
            async for q in counted(6, 4):
                log(name, 'item', q)
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    except ExceptionGroup as e:
        log(name, 'group', 3, e.exceptions)
    if lock.locked(): lock.release()
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[11 % len(tasks)], 0.033017))
        except Exception as e: log(name, 'waited for', 11, repr(e))
async def work1(name):
    try:
        tasks.append(asyncio.eager_task_factory(loop(), varied(14)))
        log(name, tasks[-1].done())
        if tasks: log(name, 15, tasks[15 % len(tasks)].done(), tasks[15 % len(tasks)].cancelled(), tasks[15 % len(tasks)].cancelling())
        if len(tasks) % 2:
            tasks.append(asyncio.Task(child(f'{name}!18'), loop=loop(), eager_start=True, name=f'{name}!18'))
        else:
            if not fut.done(): fut.set_exception(E2(19))
            log(name, 'fut', fut.done())
        tasks.append(asyncio.eager_task_factory(loop(), varied(21)))
        log(name, tasks[-1].done())
    finally:
        log(name, 'finally', 12)
        it23 = counted(23, 3)
        log(await it23.asend(None))
        log(await it23.asend(23))
        log(await anext(it23, 'over'))
    async with lock:
        log(name, 'lock', 24)
        async for f26 in asyncio.as_completed([leaf(26, 0.087333), fail(266, 0.078885)]):
            log(name, f26.done(), repr(f26.exception()))
        await asyncio.sleep(0.023245)
        log(name, 27)
        await asyncio.sleep(0.039520)
        log(name, 28)
    log([q async for q in counted(29, 2)])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    await asyncio.sleep(0.070115)
    await asyncio.sleep(0.077516)
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
