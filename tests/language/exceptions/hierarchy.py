# The built-in exceptions form a tree.
for kind in (
    KeyError,
    IndexError,
    FileNotFoundError,
    UnicodeDecodeError,
    ModuleNotFoundError,
    RecursionError,
    ZeroDivisionError,
    UnboundLocalError,
    StopIteration,
    KeyboardInterrupt,
    TimeoutError,
    BrokenPipeError,
):
    print([c.__name__ for c in kind.__mro__[:-1]])
    # expect: ['KeyError', 'LookupError', 'Exception', 'BaseException']
    # expect: ['IndexError', 'LookupError', 'Exception', 'BaseException']
    # expect: ['FileNotFoundError', 'OSError', 'Exception', 'BaseException']
    # expect: ['UnicodeDecodeError', 'UnicodeError', 'ValueError', 'Exception', 'BaseException']
    # expect: ['ModuleNotFoundError', 'ImportError', 'Exception', 'BaseException']
    # expect: ['RecursionError', 'RuntimeError', 'Exception', 'BaseException']
    # expect: ['ZeroDivisionError', 'ArithmeticError', 'Exception', 'BaseException']
    # expect: ['UnboundLocalError', 'NameError', 'Exception', 'BaseException']
    # expect: ['StopIteration', 'Exception', 'BaseException']
    # expect: ['KeyboardInterrupt', 'BaseException']
    # expect: ['TimeoutError', 'OSError', 'Exception', 'BaseException']
    # expect: ['BrokenPipeError', 'ConnectionError', 'OSError', 'Exception', 'BaseException']
