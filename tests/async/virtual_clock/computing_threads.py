# A thread that computes without an end does not keep those asleep from waking, on a clock that jumps.
import asyncio
import threading
import time

begin = time.monotonic()
ticks = []


def tick():
    for _ in range(3):
        time.sleep(0.2)
        ticks.append(round(time.monotonic() - begin, 1))


ticker = threading.Thread(target=tick)
ticker.start()
total = sum(range(1000))
print(total, ticks)  # expect: 499500 []
ticker.join()
print(ticks)  # expect: [0.2, 0.4, 0.6]

flag = False


def set_later():
    global flag
    time.sleep(0.004)
    flag = True


threading.Thread(target=set_later).start()
while not flag: pass
print('set')  # expect: set


def compute():
    count = 0
    while not stop: count += 1
    return count > 0


async def main():
    global stop
    stop = False
    computed = asyncio.get_running_loop().run_in_executor(None, compute)
    for n in range(3):
        await asyncio.sleep(0.002)
        print(n)
    stop = True
    print(await computed)


asyncio.run(main())
# expect: 0
# expect: 1
# expect: 2
# expect: True
