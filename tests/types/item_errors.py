# Items of what has none.
for value in (5, len, {1}, object(), (x for x in []), 1.5):
    try:
        value[0]
    except TypeError as error:
        print(error)
        # expect: 'int' object is not subscriptable
        # expect: 'builtin_function_or_method' object is not subscriptable
        # expect: 'set' object is not subscriptable
        # expect: 'object' object is not subscriptable
        # expect: 'generator' object is not subscriptable
        # expect: 'float' object is not subscriptable
n = 5
try:
    n[0] = 1
except TypeError as error:
    print(error)  # expect: 'int' object does not support item assignment
try:
    del n[0]
except TypeError as error:
    print(error)  # expect: 'int' object does not support item deletion
try:
    (1, 2)[0] = 1
except TypeError as error:
    print(error)  # expect: 'tuple' object does not support item assignment
