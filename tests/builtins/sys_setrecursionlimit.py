# The recursion limit can be set.
import sys
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))  # expect: 900
sys.setrecursionlimit(5000)
print(depth(4000))  # expect: 4000
sys.setrecursionlimit(100)
try:
    depth(500)
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
