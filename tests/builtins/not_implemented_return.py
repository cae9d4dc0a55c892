# Comparison that nobody knows.
class A: pass
try:
    A() < A()
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'A' and 'A'
try:
    A() + A()
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +: 'A' and 'A'
print(A.__eq__(A(), 1), (5).__add__("a"), (5).__add__(6))  # expect: NotImplemented NotImplemented 11
