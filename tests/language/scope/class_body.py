# A class body has a namespace of its own.
x = 1
class C:
    y = x + 1
    x = y + 1
    z = [y for _ in (1,)] if False else None
    del y
print(x, C.x, hasattr(C, "y"))  # expect: 1 3 False
