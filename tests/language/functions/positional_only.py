# Parameters before `/` cannot be given by keyword.
def f(a, b=2, /, c=3):
    return a, b, c

print(f(1))  # expect: (1, 2, 3)
print(f(1, 5, c=6))  # expect: (1, 5, 6)
try:
    f(a=1)
except TypeError as error:
    print(error)  # expect: f() got some positional-only arguments passed as keyword arguments: 'a'
try:
    f(1, b=2)
except TypeError as error:
    print(error)  # expect: f() got some positional-only arguments passed as keyword arguments: 'b'

def g(name, /, **rest):
    return name, rest

print(g(1, name=2))  # expect: (1, {'name': 2})
