# A class without `__init__` takes no arguments.
class C: pass
try:
    C(1)
except TypeError as error:
    print(error)  # expect: C() takes no arguments
class D:
    def __init__(self, a): pass
try:
    D()
except TypeError as error:
    print(error)  # expect: D.__init__() missing 1 required positional argument: 'a'
try:
    D(1, 2)
except TypeError as error:
    print(error)  # expect: D.__init__() takes 2 positional arguments but 3 were given
