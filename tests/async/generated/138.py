# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception)	: pass
class E2(E1): pass
import asyncio
def  log(*a): print (f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in  enumerate(name)) \
  % 9973 / 1e6
async def leaf(n  , d # note
=0):
    log('leaf', n)
    await asyncio.sleep(d)
    return n
async def fail(n, d
=0):
    await asyncio.  sleep(d)
    print('fail', n)
    raise E1 \
  (n)
class Manager:
    def __init__(self, n, swallows): self. \
  n, self.swallows = n, swallows
    async def __aenter__(self): await asyncio.sleep(	0); log('enter', self.n)
    async \
  def __aexit__(self, k, v, tb) \
  : log('exit', self. n, k and k.__name__); await asyncio \
  .sleep(0
); log('exited', self.n); return self.swallows and k is not asyncio.CancelledError
async def counted(n, k    ) \
  :
    try:
        for i in range	(k):
            log('count', n, i)
            r = yield i
            await asyncio.sleep \
  (0)
    except E1 as e: log('in generator', e); yield 'caught'
    finally: log ('counted', n)
import    contextvars
var = contextvars.ContextVar('var', default='unset')
def	say(*  a): print(*a)
def told(loop, known): print('handler', known  # )
  ['message'	].split(' at ')  [0],    repr	(known.get('exception')))
def raises(n, *rest): log('raises'    , n, var.get    ()); raise E2(n)
def loop(): return asyncio.get_running_loop \
  ()
async def varied(n) :
    log('varied', n, var.get
()); var.set(n)
    await asyncio.sleep(0)
    log('varied', n, var.get()	)
    return n
async def child(name):
    try \
  : await asyncio.sleep(0.025594 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child \
  (name):
    async for i in	counted(0, 3): log(name, i)
async def work0(name):
    async with Manager(1, True):
        async with cond:
            log(name, await asyncio.wait_for(cond.wait_for

	(event.is_set), 0.123405))
        tasks. append(asyncio.create_task  (agen_child(f'{name}.4'), name= f'{name}.4'))
        if tasks: log(

	name, 'cancel', 5, tasks[5 % len (tasks)].cancel())
        asyncio.current_task().cancel()
    log(	await \
  asyncio.gather(leaf(8), leaf(81, 0.031080), fail(8), return_exceptions=    True))
    asyncio.current_task \
  ().cancel('self')
    if tasks: log(name, 11, tasks[11 % len(tasks)].done(), tasks[11 %  # )
  len(tasks)].cancelled(), tasks[11 % len(tasks)].cancelling())
async def \
  work1(name):
    async with sem:
        log(name, 'sem'	, 12)
        try:
            async with asyncio.timeout(0.107755):
                log(queue.qsize(), queue.empty(), queue.full())
        except \
  E1 as e:
            log(name, 'timeout', 13, repr(e))
        async with cond:
            cond.notify()
            log( name	, 'cond', 15)
    log(name, asyncio.current_task().get_name( ) # note
, asyncio.current_task().uncancel())
    async with lock:
        log(name, 'lock', 17)
        async for f19 in \
  asyncio.as_completed(    [leaf(19, 0.094317), fail(  # )
  196, 0.045411)]):
            log(name, f19.done() , repr (  # )
  f19.exception()))
        queue.put_nowait(20)
    tasks.append(asyncio.create_task(varied(22), # note
context=  None))
async def main():
    global start, event, \
  queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop(). \
  time()
    event, lock, cond, tasks = asyncio  .Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, \
  sem, barrier = asyncio.PriorityQueue	(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(
2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop()    . \
  set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name=

	'w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks[0].cancel()
    fut.cancel() if not fut.done() else None
    tasks[0] .cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i  , r in enumerate(await asyncio.gather	(*tasks, return_exceptions=True  )): log( i, repr(r))
    return 0
asyncio.run(main())
