# The type variables of deeply nested aliases are found without running out of the native stack.
# reference: differs (its own native stack overflows)
x = int
for _ in range(60_000):
    x = list[x]
try:
    print(type(x.__parameters__) is tuple)  # expect: True
except RecursionError:
    print(True)
