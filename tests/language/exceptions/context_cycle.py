# A cycle of contexts that a script has closed hangs nothing, and is not broken.


def cycle():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


try:
    cycle()
except TypeError as error:
    print(repr(error.__context__), error.__context__.__context__ is error.__context__)  # expect: ValueError(1) True

a, b, c = KeyError('a'), KeyError('b'), KeyError('c')
a.__context__, b.__context__, c.__context__ = b, c, b
try:
    try:
        raise a
    except KeyError:
        raise TypeError
except TypeError as error:
    print(error.__context__ is a, a.__context__ is b, c.__context__ is b)  # expect: True True True
