# print with sep, end, file and flush.
import sys
print(1, "a", None, [2])  # expect: 1 a None [2]
print("a", "b", sep="-")  # expect: a-b
print("a", "b", sep="", end="!\n")  # expect: ab!
print()  # expect:
print("x", end="\n", file=sys.stdout, flush=True)  # expect: x
print(*[1, 2, 3], sep="\n")
# expect: 1
# expect: 2
# expect: 3
print("a", sep=None, end=None)  # expect: a
try:
    print("a", sep=1)
except TypeError as error:
    print(error)  # expect: sep must be None or a string, not int
try:
    print("a", bad=1)
except TypeError as error:
    print(error)  # expect: print() got an unexpected keyword argument 'bad'
