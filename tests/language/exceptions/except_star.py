# `except*` splits a group.
try:
    raise ExceptionGroup("several", [ValueError(1), KeyError("k"), ValueError(2)])
except* ValueError as group:
    print(repr(group), group.exceptions)  # expect: ExceptionGroup('several', [ValueError(1), ValueError(2)]) (ValueError(1), ValueError(2))
except* KeyError as group:
    print(repr(group))  # expect: ExceptionGroup('several', [KeyError('k')])
try:
    try:
        raise ExceptionGroup("g", [OSError(1), ValueError(2)])
    except* ValueError:
        print("value")  # expect: value
except ExceptionGroup as rest:
    print(repr(rest))  # expect: ExceptionGroup('g', [OSError(1)])
try:
    raise TypeError("single")
except* TypeError as group:
    print(repr(group))  # expect: ExceptionGroup('', (TypeError('single'),))
