import threading
import time

main = threading.main_thread()
print(main.name, main.daemon, main.is_alive(), threading.current_thread() is main)  # expect: MainThread False True True
print(threading.active_count(), threading.enumerate() == [main])  # expect: 1 True


def work(first, *, second=None):
    print(first, second, threading.current_thread().name, threading.active_count())


thread = threading.Thread(target=work, args=(1,), kwargs={"second": 2})
print(thread.name, thread.ident, thread.is_alive(), thread.daemon)  # expect: Thread-1 (work) None False False
try:
    thread.join()
except RuntimeError as error:
    print(error)  # expect: cannot join thread before it is started
thread.start()  # expect: 1 2 Thread-1 (work) 2
thread.join()
print(thread.is_alive(), isinstance(thread.ident, int))  # expect: False True
for action in [thread.start, main.join, lambda: setattr(main, "daemon", True)]:
    try:
        action()
    except RuntimeError as error:
        print(error)
# expect: threads can only be started once
# expect: cannot join current thread
# expect: cannot set daemon status of active thread


class Own(threading.Thread):
    def __init__(self, result):
        super().__init__(name="own", daemon=True)
        self.result = result

    def run(self):
        time.sleep(0.02)
        self.result.append(threading.current_thread() is self)


result = []
own = Own(result)
own.start()
own.join(0.001)
print(own.is_alive(), result)  # expect: True []
own.join()
print(own.is_alive(), result)  # expect: False [True]
print(repr(own).replace(str(own.ident), "N"))  # expect: <Own(own, stopped daemon N)>

# A lock keeps the steps of threads apart.
lock = threading.Lock()
count = 0


def add():
    global count
    for _ in range(500):
        with lock:
            count += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)  # expect: 2000

local = threading.local()
local.x = 1


def other():
    print(hasattr(local, "x"))
    local.x = 2
    print(local.__dict__)


thread = threading.Thread(target=other)
thread.start()
thread.join()
# expect: False
# expect: {'x': 2}
print(local.x)  # expect: 1


class Counted(threading.local):
    made = 0

    def __init__(self, begin):
        Counted.made += 1
        self.value = begin


counted = Counted(5)
counted.value += 1
seen = []
thread = threading.Thread(target=lambda: seen.append(counted.value))
thread.start()
thread.join()
print(counted.value, seen, Counted.made)  # expect: 6 [5] 2

fired = []
timer = threading.Timer(0.02, fired.append, ["late"])
timer.start()
stopped = threading.Timer(0.02, fired.append, ["never"])
stopped.start()
stopped.cancel()
timer.join()
stopped.join()
print(fired)  # expect: ['late']
