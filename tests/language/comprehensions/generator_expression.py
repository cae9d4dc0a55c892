# A generator expression is lazy, but its first iterable is not.
def log(x):
    print("log", x)
    return x
g = (log(x) for x in log([1, 2]))
print("made")
print(next(g))
print(list(g))
print(sum(x for x in range(5)))
print(type((x for x in [])).__name__)
try:
    (x for x in 5)
except TypeError as error:
    print(error)
