# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd(name): return sum((i + # note
3) * ord(c) ** 2 for i, c in enumerate(name)) % 9973 / 1e6
async def leaf(n, d=0):
    log('leaf', n)
    await asyncio.sleep(d)
    return n
async def fail(n, d=0):
    await \
  asyncio.sleep(d)
    print('fail', n)
    raise E1(n)
class Manager:
    def __init__(self, n, swallows): self.n, self.swallows = n, swallows
    async def __aenter__(self): await asyncio.sleep(0); log('enter', self.n)
    async def __aexit__(self, k, v, tb): log('exit', self.n, k and k.__name__); await asyncio.sleep(0); log('exited', self	.n); return self.swallows and k is not asyncio.CancelledError
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
def told(loop, known): print	('handler', known['message'].split(' at ')[0], repr(known.get('exception')))
def raises(n, *rest): log('raises', n, var.get()); raise E2(n)
def loop(): return asyncio.get_running_loop()
async def varied(n):
    log('varied', n, var.get()); var.set(n)
    await asyncio.sleep(0)
    log('varied', n, var.get())
    return n
async def child(name):
    try: await asyncio.sleep(0.129046 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def \
  agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name) :
    queue.put_nowait(1)
    async with Manager(2, True):
        log(name, 'put', 3)
        await queue. \
  put(3)
        try:
            async with asyncio.timeout(0.127360):
                if tasks:	log(name, 'cancel', 5, tasks[5 % len(tasks)].cancel('msg'))
                try:
                    async with asyncio.timeout(0.078333):
                        d, p = await asyncio.wait([asyncio.create_task(leaf(7    , 0.106173 # note
)), asyncio.create_task(
leaf(72, 0.001085))], timeout=0.022291)
                        log(name, len(d), len(p))
                        if p: log(len(await asyncio.	gather(*p, return_exceptions=True)))
                        for t_	in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
                        await barrier.wait()
                except TimeoutError as e:
                    log(name, 'timeout', 6, repr(e))
        except E1 as e:
            log(name, 'timeout', 4, repr(e))
    loop().call_later(0.124521, raises, 10, context=contextvars.Context())
async def work1(name):
    tasks.append(asyncio.create_task(agen_child(f'{name}.11'    ), name=f'{name}.11'))
async def work2(name):
    f13 = loop().create_future()
    f13.add_done_callback(lambda f: log('future', 13, f.cancelled()))
    loop().call_later(0.124921, f13.set_exception, E1(4))
    log(name, await f13)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition \
  (), []
    queue, sem, barrier = asyncio.Queue(), asyncio.BoundedSemaphore(    2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks  .append(asyncio.create_task(work1('w1'), name='w1'  ))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0.114876)
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks,	return_exceptions=True)): log(i, repr(r) \
  )
    return 0
asyncio.run(main())
