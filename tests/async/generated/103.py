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
    try: await asyncio.sleep(0.004219 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if not fut.done(): fut.set_result(1)
    log(name, 'fut', fut.done())
    try:
        sem.release()
        try:
            async with asyncio.TaskGroup() as tg:
                g5 = tg.create_task(leaf(5, 0.075662))
                tg.create_task(child(f'{name}/5'))
                asyncio.current_task().cancel()
                log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(9, 0.096674), loop())))
        except ExceptionGroup as e:
            log(name, 'group', 5, e.exceptions)
        for i10 in range(3):
            queue.put_nowait(11)
        log(name, queue.qsize())
    except asyncio.CancelledError as e:
        log(name, 'caught', 2, repr(e))
        await asyncio.sleep(0.009427)
        log(name, 14)
        raise
async def work1(name):
    loop().call_soon(raises, 16)
    queue.put_nowait(17)
async def work2(name):
    try:
        pass
        async with lock:
            log(name, 'lock', 20)
            it = counted(21, 3)
            try:
                log(await anext(it))
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                async with cond:
                    log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.034140))
            finally:
                log('closes', await it.aclose())
    finally:
        log(name, 'finally', 18)
    if len(tasks) % 2:
        tasks.append(asyncio.create_task(varied(27), context=None))
    else:
        contextvars.copy_context().run(loop().call_soon, log, 'in context', 29)
        if tasks: tasks[31 % len(tasks)].add_done_callback(raises)
async def work3(name):
    loop().call_soon(raises, 33)
    log(await asyncio.gather(leaf(34), leaf(341, 0.021843), leaf(9), return_exceptions=True))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0.030534)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
