import concurrent.futures as cf
import threading
import time


def work(n):
    time.sleep(n / 100)
    return n


def fail():
    raise KeyError("no")


with cf.ThreadPoolExecutor(max_workers=3) as pool:
    future = pool.submit(pow, 2, 5)
    print(future.result(), future.done(), future.exception())  # expect: 32 True None
    print(list(pool.map(work, [3, 1, 2])))  # expect: [3, 1, 2]
    futures = [pool.submit(work, n) for n in (4, 1, 7)]
    print([f.result() for f in cf.as_completed(futures)])  # expect: [1, 4, 7]
    futures = [pool.submit(work, n) for n in (1, 30)]
    done, not_done = cf.wait(futures, return_when=cf.FIRST_COMPLETED)
    print(len(done), len(not_done), done == {futures[0]})  # expect: 1 1 True
    done, not_done = cf.wait(futures, timeout=0.01)
    print(len(done), len(not_done))  # expect: 1 1
    try:
        futures[1].result(timeout=0.01)
    except cf.TimeoutError as error:
        print(type(error))  # expect: <class 'TimeoutError'>
    bad = pool.submit(fail)
    print(repr(bad.exception()))  # expect: KeyError('no')
    try:
        bad.result()
    except KeyError as error:
        print(error)  # expect: 'no'
    done, not_done = cf.wait([pool.submit(fail), pool.submit(work, 20)], return_when=cf.FIRST_EXCEPTION)
    print(len(done), len(not_done))  # expect: 1 1
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)  # expect: cannot schedule new futures after shutdown

future = cf.Future()
print(future.running(), future.done(), future.cancelled())  # expect: False False False
future.add_done_callback(lambda f: print("called", f is future))
print(future.set_running_or_notify_cancel(), future.cancel())  # expect: True False
future.set_result(1)  # expect: called True
for wrong in [lambda: future.set_result(2), lambda: future.set_exception(KeyError())]:
    try:
        wrong()
    except cf.InvalidStateError as error:
        print(str(error).split(":")[0])
# expect: FINISHED
# expect: FINISHED
future = cf.Future()
print(future.cancel(), future.cancel(), future.cancelled(), future.set_running_or_notify_cancel())  # expect: True True True False
try:
    future.result()
except cf.CancelledError as error:
    print(type(error))  # expect: <class 'concurrent.futures._base.CancelledError'>

order = []
with cf.ThreadPoolExecutor(1, initializer=order.append, initargs=("init",)) as pool:
    first = pool.submit(time.sleep, 0.02)
    second = pool.submit(order.append, "second")
    print(second.cancel())  # expect: True
    pool.submit(order.append, "third")
print(order, second.cancelled())  # expect: ['init', 'third'] True
for wrong in [lambda: cf.ThreadPoolExecutor(0), lambda: cf.ThreadPoolExecutor(1, initializer=3)]:
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(error)
# expect: max_workers must be greater than 0
# expect: initializer must be a callable
