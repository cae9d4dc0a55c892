# options: --clock=virtual
# time.sleep moves the clock as well.
# reference: differs (it has no virtual clock)
import time
start = time.perf_counter()
time.sleep(1000)
print(time.perf_counter() - start)  # expect: 1000.0
print(time.strftime("%Y-%m-%d"))  # expect: 2025-01-01
