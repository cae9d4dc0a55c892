import queue
import threading
import time

q = queue.Queue(2)
q.put(1)
q.put_nowait(2)
print(q.qsize(), q.full(), q.empty())  # expect: 2 True False
for wrong in [lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.01), lambda: q.put(3, timeout=-1)]:
    try:
        wrong()
    except (queue.Full, ValueError) as error:
        print(type(error).__name__, len(str(error)))
# expect: Full 0
# expect: Full 0
# expect: ValueError 39
print(q.get(), q.get_nowait())  # expect: 1 2
for wrong in [q.get_nowait, lambda: q.get(timeout=0.01)]:
    try:
        wrong()
    except queue.Empty as error:
        print("empty", type(error).__module__)
# expect: empty _queue
# expect: empty _queue

results = []


def worker():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        time.sleep(0.005)
        results.append(item)
        q.task_done()


threads = [threading.Thread(target=worker) for _ in range(2)]
q.task_done()
q.task_done()
for thread in threads:
    thread.start()
for item in range(6):
    q.put(item)
q.join()
print(sorted(results))  # expect: [0, 1, 2, 3, 4, 5]
for _ in threads:
    q.put(None)
for thread in threads:
    thread.join()
q.join()
try:
    q.task_done()
except ValueError as error:
    print(error)  # expect: task_done() called too many times

lifo = queue.LifoQueue()
for item in range(3):
    lifo.put(item)
print([lifo.get() for _ in range(3)])  # expect: [2, 1, 0]

simple = queue.SimpleQueue()
threading.Timer(0.01, simple.put, ["later"]).start()
print(simple.get(), simple.empty(), simple.qsize())  # expect: later True 0
try:
    simple.get(timeout=0.01)
except queue.Empty:
    print("nothing")  # expect: nothing

ends = queue.Queue()
ends.put(1)
ends.shutdown()
for action in [lambda: ends.put(2), ends.get, ends.get]:
    try:
        print(action())
    except queue.ShutDown:
        print("shut down")
# expect: shut down
# expect: 1
# expect: shut down
