# bool cannot be a base.
try:
    class B(bool): pass
except TypeError as error:
    print(error)  # expect: type 'bool' is not an acceptable base type
try:
    bool(1, 2)
except TypeError as error:
    print(error)  # expect: bool expected at most 1 argument, got 2
