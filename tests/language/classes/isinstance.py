# isinstance and issubclass with tuples and unions.
print(isinstance(1, (str, int)), isinstance(True, int), isinstance(1, bool), isinstance("a", str | None), isinstance(None, int | None))  # expect: True True False True True
print(issubclass(bool, int), issubclass(int, (str, object)))  # expect: True True
try:
    isinstance(1, "int")
except TypeError as error:
    print(error)  # expect: isinstance() arg 2 must be a type, a tuple of types, or a union
try:
    issubclass(1, int)
except TypeError as error:
    print(error)  # expect: issubclass() arg 1 must be a class
