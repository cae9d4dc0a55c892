# Attributes by name.
class C: x = 1
c = C()
setattr(c, "y", 2)
print(getattr(c, "x"))  # expect: 1
print(getattr(c, "z", "none"))  # expect: none
print(hasattr(c, "y"))  # expect: True
print(vars(c))  # expect: {'y': 2}
delattr(c, "y")
print(hasattr(c, "y"), callable(c), callable(C), callable(len))  # expect: False False True True
try:
    getattr(c, "q")
except AttributeError as error:
    print(error)  # expect: 'C' object has no attribute 'q'
try:
    getattr(c, 5)
except TypeError as error:
    print(error)  # expect: attribute name must be string, not 'int'
