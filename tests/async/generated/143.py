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
    try: await asyncio.sleep(0.045503 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(await event.wait())
async def work1(name):
    queue.task_done()
    try:
        async with asyncio.TaskGroup() as tg:
            g4 = tg.create_task(fail(4, 0.107563))
            tg.create_task(child(f'{name}/4'))
            log(name, await asyncio.wait_for(queue.join(), 0.054350))
            if not fut.done(): fut.set_result(7)
            log(name, 'fut', fut.done())
            h9 = loop().call_at(loop().time() + 0.039701, log, 'handle', 9)
            h9.cancel()
            log(name, h9.cancelled())
            it = counted(10, 3)
            try:
                log(await anext(it))
                log(name, 11, event.is_set())
                event.set(); event.clear()
            finally:
                log('closes', await it.aclose())
    except ExceptionGroup as e:
        log(name, 'group', 4, e.exceptions)
    pass
async def work2(name):
    await asyncio.sleep(0.024785)
    log(name, 13)
    if tasks: log(name, 14, tasks[14 % len(tasks)].done(), tasks[14 % len(tasks)].cancelled(), tasks[14 % len(tasks)].cancelling())
async def work3(name):
    async for q in counted(15, 2):
        log(name, 'item', q)
        s17 = asyncio.shield(asyncio.create_task(leaf(17, 0.077851)))
        loop().call_later(0.089479, s17.cancel)
        try: log(await s17)
        except asyncio.CancelledError as e: log(name, 'shield', 17, repr(e))
    if tasks: log(name, 18, tasks[18 % len(tasks)].done(), tasks[18 % len(tasks)].cancelled(), tasks[18 % len(tasks)].cancelling())
    try:
        tasks.append(asyncio.eager_task_factory(loop(), varied(21)))
        log(name, tasks[-1].done())
        async for f23 in asyncio.as_completed([leaf(23, 0.104428), fail(236, 0.077182)]):
            log(name, f23.done(), repr(f23.exception()))
    finally:
        log(name, 'finally', 19)
        if tasks: log(name, 'cancel', 24, tasks[24 % len(tasks)].cancel('msg'))
async def work4(name):
    f26 = loop().create_future()
    f26.add_done_callback(lambda f: log('future', 26, f.cancelled()))
    loop().call_later(0.114239, f26.cancel)
    log(name, await f26)
    queue.put_nowait(27)
    async with Manager(28, True):
        if not fut.done(): fut.set_result(29)
        log(name, 'fut', fut.done())
        if lock.locked(): lock.release()
    log(name, await asyncio.wait_for(queue.join(), 0.111299))
async def work5(name):
    await barrier.abort()
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    event.set()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
