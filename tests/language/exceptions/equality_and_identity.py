# Exceptions compare by identity.
a, b = ValueError(1), ValueError(1)
print(a == b, a == a, a.args == b.args, hash(a) == hash(a))  # expect: False True True True
try:
    raise a
except ValueError as c:
    print(c is a)  # expect: True
