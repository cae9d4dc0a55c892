# A dict comprehension evaluates the key before the value; the first iterable comes first of all.
def log(x):
    print(x, end=" ")
    return x
{log("k" + str(i)): log("v" + str(i)) for i in log([1, 2])}
print()
[log(x) for x in log((1, 2)) if log(x) > 1]
print()
