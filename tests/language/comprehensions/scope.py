# The variable does not leak, the walrus does.
x = "kept"
[x for x in range(3)]
print(x)  # expect: kept
[last := y for y in range(3)]
print(last)  # expect: 2
def f():
    any((hit := n) > 1 for n in range(5))
    return hit
print(f())  # expect: 2
