# isinstance and issubclass with tuples and unions.
print(isinstance(1, (str, int)))  # expect: True
print(isinstance(True, int))  # expect: True
print(isinstance(1, bool))  # expect: False
print(isinstance("a", str | None))  # expect: True
print(isinstance(None, int | None))  # expect: True
print(issubclass(bool, int), issubclass(int, (str, object)))  # expect: True True
try:
    isinstance(1, "int")
except TypeError as error:
    print(error)  # expect: isinstance() arg 2 must be a type, a tuple of types, or a union
try:
    issubclass(1, int)
except TypeError as error:
    print(error)  # expect: issubclass() arg 1 must be a class
