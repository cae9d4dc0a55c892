import threading
import time


def run_all(*targets):
    threads = [threading.Thread(target=target) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))  # expect: True True False False
lock.release()
for wrong in [lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2), lambda: lock.acquire(True, 1e12)]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
# expect: RuntimeError release unlocked lock
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: ValueError timeout value must be a non-negative number
# expect: OverflowError timestamp out of range for platform time_t

rlock = threading.RLock()
with rlock, rlock:
    print(rlock._is_owned())  # expect: True
    run_all(lambda: print(rlock.acquire(False)))  # expect: False
try:
    rlock.release()
except RuntimeError as error:
    print(error)  # expect: cannot release un-acquired lock

event = threading.Event()
order = []


def waits():
    order.append(event.wait(1))
    order.append(event.is_set())


def sets():
    time.sleep(0.02)
    order.append("set")
    event.set()


run_all(waits, sets)
print(order)  # expect: ['set', True, True]
event.clear()
print(event.wait(0.01))  # expect: False

condition = threading.Condition()
items = []


def consumer(got):
    with condition:
        while not items:
            condition.wait()
        got.append(items.pop(0))


def producer():
    for item in range(2):
        time.sleep(0.01)
        with condition:
            items.append(item)
            condition.notify()


got = []
run_all(lambda: consumer(got), lambda: consumer(got), producer)
print(got)  # expect: [0, 1]
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: items, 0.01), condition.wait_for(lambda: 5))  # expect: False [] 5
for wrong in [condition.wait, condition.notify]:
    try:
        wrong()
    except RuntimeError as error:
        print(error)
# expect: cannot wait on un-acquired lock
# expect: cannot notify on un-acquired lock

semaphore = threading.Semaphore(2)
most = inside = 0


def limited():
    global most, inside
    with semaphore:
        inside += 1
        most = max(most, inside)
        time.sleep(0.01)
        inside -= 1


run_all(*[limited] * 5)
print(most)  # expect: 2
bounded = threading.BoundedSemaphore(1)
print(bounded.acquire(), bounded.acquire(blocking=False), bounded.acquire(timeout=0.01))  # expect: True False False
bounded.release()
for wrong in [bounded.release, lambda: threading.Semaphore(-1), lambda: semaphore.release(0)]:
    try:
        wrong()
    except ValueError as error:
        print(error)
# expect: Semaphore released too many times
# expect: semaphore initial value must be >= 0
# expect: n must be one or more

barrier = threading.Barrier(3, action=lambda: order.append("action"))
order.clear()
indices = []
run_all(*[lambda: indices.append(barrier.wait())] * 3)
print(sorted(indices), order, barrier.broken, barrier.n_waiting)  # expect: [0, 1, 2] ['action'] False 0


def broken():
    try:
        barrier.wait(0.01)
    except threading.BrokenBarrierError:
        order.append("broken")


run_all(broken)
print(order[1:], barrier.broken)  # expect: ['broken'] True
barrier.reset()
print(barrier.broken, barrier.parties)  # expect: False 3
