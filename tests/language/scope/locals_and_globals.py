# `locals()` in a function is a snapshot; `globals()` is the module.
def f(a):
    b = 2
    return locals()
print(f(1))  # expect: {'a': 1, 'b': 2}
globals()["made"] = 5
print(made)  # expect: 5
