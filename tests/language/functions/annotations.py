# Annotations are evaluated and kept, and change nothing.
def f(a: int, b: "str" = "x", *c: float, d: list = None) -> bool:
    return True

print(f.__annotations__)  # expect: {'a': <class 'int'>, 'b': 'str', 'c': <class 'float'>, 'd': <class 'list'>, 'return': <class 'bool'>}
print(f(1))  # expect: True
