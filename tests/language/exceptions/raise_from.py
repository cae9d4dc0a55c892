# `raise … from` sets the cause.
def f(key):
    try:
        {}[key]
    except KeyError as error:
        raise ValueError("no such thing") from error
try:
    f("k")
except ValueError as error:
    print(repr(error.__cause__))  # expect: KeyError('k')
    print(repr(error.__context__))  # expect: KeyError('k')
    print(error.__suppress_context__)  # expect: True
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError from None
except KeyError as error:
    print(error.__cause__)  # expect: None
    print(repr(error.__context__))  # expect: ZeroDivisionError('division by zero')
    print(error.__suppress_context__)  # expect: True
