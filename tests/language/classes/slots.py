# `__slots__` allows only the named attributes.
class P:
    __slots__ = ("x", "y")
p = P()
p.x = 1
print(p.x)  # expect: 1
try:
    p.z = 2
except AttributeError as error:
    print(error)  # expect: 'P' object has no attribute 'z' and no __dict__ for setting new attributes
try:
    p.y
except AttributeError as error:
    print(error)  # expect: 'P' object has no attribute 'y'
print(hasattr(p, "__dict__"))  # expect: False
