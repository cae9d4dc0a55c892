# time.time, monotonic, perf_counter, sleep.
import time
a = time.monotonic()
time.sleep(0.02)
b = time.monotonic()
print(0.019 < b - a < 1)  # expect: True
print(isinstance(time.time(), float))  # expect: True
print(time.time() > 1.6e9)  # expect: True
print(time.perf_counter() >= 0)  # expect: True
print(type(time.monotonic_ns()).__name__)  # expect: int
try:
    time.sleep(-1)
except ValueError as error:
    print(error)  # expect: sleep length must be non-negative
try:
    time.sleep("a")
except TypeError as error:
    print(error)  # expect: 'str' object cannot be interpreted as an integer
