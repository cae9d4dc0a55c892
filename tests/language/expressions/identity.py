# `is` compares identity.
a = []
b = a
print(a is b, a is [], None is None, a is not b, True is True)  # expect: True False True False True
x = "text"
print(x is x, type(x) is str)  # expect: True True
