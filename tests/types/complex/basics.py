# Complex numbers.
z = 3 + 4j
print(z)  # expect: (3+4j)
print(z.real)  # expect: 3.0
print(z.imag)  # expect: 4.0
print(abs(z))  # expect: 5.0
print(z.conjugate())  # expect: (3-4j)
print(z * 2)  # expect: (6+8j)
print(z * 1j)  # expect: (-4+3j)
print(z + 1)  # expect: (4+4j)
print(z - 1.5)  # expect: (1.5+4j)
print(z / 2)  # expect: (1.5+2j)
print(z ** 2)  # expect: (-7+24j)
print(-z)  # expect: (-3-4j)
print(z == 3 + 4j)  # expect: True
print(2j == 2j)  # expect: True
print(1j * 1j)  # expect: (-1+0j)
print(complex(1, 2))  # expect: (1+2j)
print(complex("1+2j"))  # expect: (1+2j)
print(complex(3))  # expect: (3+0j)
print(bool(0j))  # expect: False
print(repr(-1j))  # expect: (-0-1j)
print(0j)  # expect: 0j
print(-0j)  # expect: (-0-0j)
print(1.5 + 0.5j)  # expect: (1.5+0.5j)
print(complex(0, -0.0))  # expect: -0j
print(complex(float("inf"), float("nan")))  # expect: (inf+nanj)
print(1e20j)  # expect: 1e+20j
print(hash(1 + 0j))  # expect: 1
print(type(z))  # expect: <class 'complex'>
for f in (
    lambda: z < 1,
    lambda: int(z),
    lambda: complex("x"),
    lambda: 1j // 2,
    lambda: 1j / 0,
):
    try:
        f()
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(error)
        # expect: '<' not supported between instances of 'complex' and 'int'
        # expect: int() argument must be a string, a bytes-like object or a real number, not 'complex'
        # expect: complex() arg is a malformed string
        # expect: unsupported operand type(s) for //: 'complex' and 'int'
        # expect: complex division by zero
