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
    try: await asyncio.sleep(0.082348 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if len(tasks) % 2:
        loop().call_later(0.095887, raises, 3, context=contextvars.Context())
        log(name, 4, lock.locked(), sem.locked())
        if tasks: log(name, 'cancel', 5, tasks[5 % len(tasks)].cancel())
        try:
            async with asyncio.TaskGroup() as tg:
                g6 = tg.create_task(leaf(6, 0.013709))
                tg.create_task(child(f'{name}/6'))
                async with cond:
                    log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.067471))
                try:
                    async with asyncio.TaskGroup() as tg:
                        g9 = tg.create_task(leaf(9, 0.082576))
                        tg.create_task(child(f'{name}/9'))
                        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.103701, 10)), asyncio.create_task(leaf(103, 0.056723))], timeout=0.036789):
                            try: log(await c)
                            except (E1, asyncio.TimeoutError) as e: log(repr(e))
                except ExceptionGroup as e:
                    log(name, 'group', 9, e.exceptions)
        except ExceptionGroup as e:
            log(name, 'group', 6, e.exceptions)
    else:
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.049581, 11)), asyncio.create_task(leaf(113, 0.120442))], timeout=0.022950):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
    log(name, 12, lock.locked(), sem.locked())
    g14 = asyncio.gather(leaf(14, 0.015797), leaf(145, 0.129267), return_exceptions=True)
    loop().call_later(0.129391, g14.cancel)
    try: log(name, await g14)
    except asyncio.CancelledError as e: log(name, 'gathered', 14, repr(e), g14.cancelled())
async def work1(name):
    await asyncio.sleep(0.112616)
    log(name, 15)
    if not fut.done(): fut.cancel()
    log(name, 'fut', fut.done())
    log(await event.wait())
async def work2(name):
    try:
        async for q in counted(19, 4):
            log(name, 'item', q)
            log(name, 'put', 20)
            await queue.put(20)
        tasks.append(asyncio.create_task(varied(22), context=contextvars.copy_context()))
    finally:
        log(name, 'finally', 18)
    async with cond:
        cond.notify(2)
        log(name, 'cond', 23)
    log(queue.qsize(), queue.empty(), queue.full())
    tasks.append(asyncio.eager_task_factory(loop(), varied(26)))
    log(name, tasks[-1].done())
async def work3(name):
    if tasks: tasks[28 % len(tasks)].add_done_callback(lambda t: raises(28))
    tasks.append(asyncio.eager_task_factory(loop(), varied(30)))
    log(name, tasks[-1].done())
    sem.release()
async def work4(name):
    h34 = loop().call_later(0.031404, log, 'handle', 34)
    h34.cancel()
    log(name, h34.cancelled())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
