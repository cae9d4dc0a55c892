# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): \
  pass
class E2(E1): pass
import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in enumerate( \
  name))    % 9973 / 1e6
async def leaf(n, d=0):
    log('leaf', n)
    await asyncio.sleep(d)
    return    n
async def fail(n, d=0):
    await asyncio.sleep(d)
    print('fail', n)
    raise E1(n)
class Manager:
    def __init__(self, n, swallows): self.n, self.swallows = n, swallows
    async def __aenter__(self): await asyncio.sleep(0); log('enter', self.n)
    async    def __aexit__(self, k, v, tb): log('exit', self.n, k and k.__name__); await asyncio.sleep(
0); log('exited', self.n
    ); return self.swallows and k is not asyncio.CancelledError
async def counted(n, k):
    try:
        for i in range(k):
            log('count', n, i)
            r = yield i
            await asyncio.sleep(	0)
    except E1 as	e: log('in generator', e); yield 'caught'
    finally:  log('counted', n)
import contextvars
var = contextvars.ContextVar('var', default='unset')
def say(
*a): print(*a)
def told(loop, known): print('handler', known['message'].split(' at ')[0] , repr(known. get('exception')))
def raises(n, *rest): log('raises', n, var.get()  # )
  ); raise E2(n)
def loop(	): return asyncio.get_running_loop()
async def varied(n):
    log ('varied', n,    var.get(	)); var.set(n)
    await asyncio.sleep(0)
    log('varied', n, var.get())
    return n
async def child(name):
    try: await asyncio.sleep(0.096390 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled'  , e.args); raise
    return name
async def agen_child(name):
    async for  i in counted \
  (0, 3): log(name, i)
async def work0(name):
    tasks[-1].set_name('renamed2')
    log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    tasks.append(asyncio.eager_task_factory(loop(), varied(4))  )
    log(name, tasks[-1].done())
    async with lock:
        log(name
    , 'lock', 5)
        if tasks: log(name, 'cancel', 6, tasks[6 % len(tasks)].cancel())
    tasks.append(asyncio.ensure_future # note
(child(f'{name}:7')))
    tasks[-1].add_done_callback(lambda t: log('done', 7, t.cancelled()))
async def work1(name):
    try:
        tasks.append(asyncio.eager_task_factory(loop(), varied(10))	)
        log(name, tasks[-1].done())
    except asyncio.TimeoutError as e:
        log(name, 'caught'	, 8, repr(e))
        log(name, 'got', await	queue.get())
        raise
    async    with cond:
        await cond.wait()
        log(name
, 'cond', 12)
async def work2(name):
    for i13 in range(1):
        g15 = asyncio.gather(leaf(15, 0.096978), fail(155, 0.123759), return_exceptions=True)
        loop  ().  call_later(0.053406, g15.cancel)
        try: log(name, await g15)
        except asyncio.CancelledError as e: log(name, 'gathered', 15, repr(e), g15.cancelled())
        if tasks: log(name, 'cancel',	16, tasks[16 % len(tasks)].cancel('msg'))
        log(await asyncio.wait_for(leaf(17, 0.015280), 0))
        for i18 in range(	2):
            h20 = loop().call_at(loop().time(    ) + 0.095035, log, 'handle', 20)
            h20.cancel()
            log(name, h20.cancelled())
            log(sorted(q.get_name()    for q in asyncio.    all_tasks() if not q.get_name().startswith('Task-'))[:5]
)
async def	main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio  .Queue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks \
  .append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0.022439)
    log(tasks[0].done())
    await asyncio.sleep(0.010528)
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(  # )
  0.5)
    for t in list(tasks): t .cancel()
    for i, \
  r in enumerate(await asyncio.gather(*tasks \
  , return_exceptions= # note
True)) \
  : log(i, repr(r))
    return 0
asyncio.run(main())
