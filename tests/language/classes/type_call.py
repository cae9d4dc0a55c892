# type() makes a class from its parts.
C = type("C", (), {"x": 1, "get": lambda self: self.x})
print(C, C().get(), type(C()), type(5), type(type(5)))  # expect: <class '__main__.C'> 1 <class '__main__.C'> <class 'int'> <class 'type'>
D = type("D", (C,), {})
print(D.__name__, D().get(), D.__bases__)  # expect: D 1 (<class '__main__.C'>,)
