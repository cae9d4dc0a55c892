# One parameter bound twice is an error.
def f(a, b=0): pass

try:
    f(1, a=2)
except TypeError as error:
    print(error)  # expect: f() got multiple values for argument 'a'
try:
    f(**{"b": 1}, **{"b": 2})
except TypeError as error:
    print(error)  # expect: __main__.f() got multiple values for keyword argument 'b'
try:
    f(1, b=1, **{"b": 2})
except TypeError as error:
    print(error)  # expect: __main__.f() got multiple values for keyword argument 'b'
