# sys.exception() tells what is being handled.
import sys
print(sys.exception())  # expect: None
try:
    1 / 0
except ZeroDivisionError:
    print(repr(sys.exception()), sys.exc_info()[0].__name__)  # expect: ZeroDivisionError('division by zero') ZeroDivisionError
    try:
        raise KeyError
    except KeyError:
        print(repr(sys.exception()))  # expect: KeyError()
    print(repr(sys.exception()))  # expect: ZeroDivisionError('division by zero')
print(sys.exception(), sys.exc_info())  # expect: None (None, None, None)
