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
    try: await asyncio.sleep(0.066619 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    contextvars.copy_context().run(loop().call_soon, log, 'in context', 2)
    raise E1(3)
async def work1(name):
    f5 = loop().create_future()
    f5.add_done_callback(lambda f: log('future', 5, f.cancelled()))
    loop().call_later(0.052499, f5.set_exception, E1(4))
    log(name, await f5)
    loop().call_later(0.010137, raises, 7, context=contextvars.Context())
async def work2(name):
    if tasks: tasks[9 % len(tasks)].add_done_callback(raises)
    log(name, queue.qsize())
    asyncio.get_running_loop().call_later(0.066758, log, 'later', 12)
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work3(name):
    return name
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    await asyncio.sleep(0.121442)
    log(name, 16)
async def work4(name):
    if tasks: log(name, 17, tasks[17 % len(tasks)].done(), tasks[17 % len(tasks)].cancelled(), tasks[17 % len(tasks)].cancelling())
async def work5(name):
    tasks.append(asyncio.create_task(varied(19), context=None))
    log([q async for q in counted(20, 2)])
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.063381, 21)), asyncio.create_task(leaf(213, 0.128062))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    tasks[0].cancel()
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
