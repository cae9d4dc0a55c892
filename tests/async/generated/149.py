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
    try: await asyncio.sleep(0.027577 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if len(tasks) % 2:
        if len(tasks) % 2:
            for i3 in range(3):
                if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.076608))[:5])
                loop().call_later(0.073502, raises, 6, context=contextvars.Context())
            try:
                async with asyncio.TaskGroup() as tg:
                    g7 = tg.create_task(leaf(7, 0.106487))
                    tg.create_task(child(f'{name}/7'))
                    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                    await asyncio.sleep(0.025897)
                    log(name, 9)
            except ExceptionGroup as e:
                log(name, 'group', 7, e.exceptions)
        else:
            log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(11, 0.056194), loop())))
            log(name, var.get())
            token13 = var.set(13)
            log(name, var.get())
        d, p = await asyncio.wait([asyncio.create_task(leaf(14, 0.074750)), asyncio.create_task(fail(142, 0.014902))], return_when=asyncio.FIRST_EXCEPTION)
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        try:
            async with asyncio.timeout(0.084461) as tm16:
                tm16.reschedule(loop().time() + 0.091828)
                await asyncio.sleep(0.075910)
                log(name, 'in time', 16)
        except TimeoutError: log(name, 'late', 16, tm16.expired())
        it = counted(17, 3)
        log(await anext(it))
        del it
    else:
        log(name, await asyncio.wait_for(queue.join(), 0.111176))
async def work1(name):
    log(name, 20, event.is_set())
    event.set(); event.clear()
async def work2(name):
    tasks.append(asyncio.eager_task_factory(loop(), varied(22)))
    log(name, tasks[-1].done())
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    fut.cancel() if not fut.done() else None
    tasks[-1].cancel('by main')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
