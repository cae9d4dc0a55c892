# any and all stop early.
def log(x):
    print("see", x)
    return x
print(any(log(x) for x in (0, 1, 2)))
print(all(log(x) for x in (1, 0, 2)))
print(any([]), all([]))
