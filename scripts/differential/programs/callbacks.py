"""Further things that the workers of `asynchronous.py` do: callbacks that raise, contexts, eager tasks, handles that are
cancelled, deadlines that move, queues that shut down, barriers that break, futures across threads."""

PRELUDE = '''import contextvars
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
'''


def steps(writer):
    """The steps, each a function that gives lines."""
    n, pick, duration = writer.label(), writer.pick, writer.duration
    worker = pick('child', 'child', 'agen_child')
    some = f"tasks[{n} % len(tasks)]"
    return [
        lambda: [f"log(name, var.get())", f"token{n} = var.set({n})", *pick([], [f"var.reset(token{n})"]), "log(name, var.get())"],
        lambda: [f"tasks.append(asyncio.create_task(varied({n}), context={pick('None', 'contextvars.copy_context()')}))"],
        lambda: [f"contextvars.copy_context().run(loop().call_soon, log, 'in context', {n})"],
        lambda: [f"loop().call_soon(raises, {n})"],
        lambda: [f"loop().call_later({duration()}, raises, {n}, context=contextvars.Context())"],
        lambda: [f"if tasks: {some}.add_done_callback({pick('lambda t: raises(' + n + ')', 'raises')})"],
        lambda: [f"tasks.append(asyncio.Task({worker}(f'{{name}}!{n}'), loop=loop(), eager_start=True, name=f'{{name}}!{n}'))"],
        lambda: [f"tasks.append(asyncio.eager_task_factory(loop(), varied({n})))", "log(name, tasks[-1].done())"],
        lambda: [f"h{n} = loop().{pick('call_later(' + duration(), 'call_at(loop().time() + ' + duration())}, log, 'handle', {n})",
            *pick([f"h{n}.cancel()"], [f"loop().call_later({duration()}, h{n}.cancel)"]), f"log(name, h{n}.cancelled())"],
        lambda: ["try:", f"    async with asyncio.timeout({pick('None', duration(), '0')}) as tm{n}:",
            f"        tm{n}.reschedule(loop().time() + {duration()})", f"        await asyncio.sleep({duration()})",
            f"        log(name, 'in time', {n})", f"except TimeoutError: log(name, 'late', {n}, tm{n}.expired())"],
        lambda: [f"g{n} = asyncio.gather(leaf({n}, {duration()}), {pick('fail', 'leaf')}({n}5, {duration()}), return_exceptions={pick('True', 'False')})",
            f"loop().call_later({duration()}, g{n}.cancel)", f"try: log(name, await g{n})",
            f"except {pick('asyncio.CancelledError', 'BaseException')} as e: log(name, 'gathered', {n}, repr(e), g{n}.cancelled())"],
        lambda: [f"s{n} = asyncio.shield(asyncio.create_task(leaf({n}, {duration()})))",
            *pick([f"s{n}.cancel()"], [f"loop().call_later({duration()}, s{n}.cancel)"]), f"try: log(await s{n})",
            f"except asyncio.CancelledError as e: log(name, 'shield', {n}, repr(e))"],
        lambda: [f"if tasks:", f"    try: log(name, await asyncio.wait_for({some}, {pick(duration(), duration(), '0')}))",
            f"    except Exception as e: log(name, 'waited for', {n}, repr(e))"],
        lambda: [f"async for f{n} in asyncio.as_completed([leaf({n}, {duration()}), fail({n}6, {duration()})]):",
            f"    log(name, f{n}.done(), repr(f{n}.exception()))"],
        lambda: [f"asyncio.current_task().cancel({pick('', repr('self'))})"],
        lambda: [pick("sem.release()", "if lock.locked(): lock.release()", "queue.task_done()")],
        lambda: [f"log(name, await asyncio.wait_for(queue.join(), {duration()}))"],
        lambda: [f"queue.shutdown({pick('', 'immediate=True')})"] if writer.random.random() < 0.3 else ["log(name, queue.qsize())"],
        lambda: [pick("await barrier.reset()", "await barrier.abort()", "async with barrier as at: log(name, at)")],
        lambda: ["async with cond:", f"    log(name, await asyncio.wait_for(cond.wait_for(event.is_set), {duration()}))"],
        lambda: [f"log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf({n}, {duration()}), loop())))"],
        lambda: [f"it{n} = counted({n}, 3)", f"log(await it{n}.asend(None))",
            pick(f"log(await it{n}.athrow(E1({n})))", f"log(await it{n}.asend({n}))", f"await it{n}.aclose()"), f"log(await anext(it{n}, 'over'))"],
        lambda: [f"tasks[-1].set_name('renamed{n}')", "log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)"],
        lambda: [f"f{n} = loop().create_future()", f"f{n}.add_done_callback(lambda f: log('future', {n}, f.cancelled()))",
            f"loop().call_later({duration()}, f{n}.{pick('cancel', 'set_result, 3', 'set_exception, E1(4)')})", f"log(name, await f{n})"],
    ]
