# `raise … from` sets the cause.
def f(key):
    try:
        {}[key]
    except KeyError as error:
        raise ValueError("no such thing") from error
try:
    f("k")
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)  # expect: KeyError('k') KeyError('k') True
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError from None
except KeyError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)  # expect: None ZeroDivisionError('division by zero') True
