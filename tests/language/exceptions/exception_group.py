# Groups: message, members, split and subgroup.
g = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [KeyError(2), ValueError(3)])])
print(g, g.message, g.exceptions)  # expect: outer (2 sub-exceptions) outer (ValueError(1), ExceptionGroup('inner', [KeyError(2), ValueError(3)]))
print(g.subgroup(ValueError))  # expect: outer (2 sub-exceptions)
print(repr(g.split(KeyError)[0]))  # expect: ExceptionGroup('outer', [ExceptionGroup('inner', [KeyError(2)])])
print(repr(g.split(KeyError)[1]))  # expect: ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [ValueError(3)])])
try:
    ExceptionGroup("empty", [])
except ValueError as error:
    print(error)  # expect: second argument (exceptions) must be a non-empty sequence
try:
    ExceptionGroup("bad", [1])
except ValueError as error:
    print(error)  # expect: Item 0 of second argument (exceptions) is not an exception
