# Division and powers of complex numbers.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


print((1 + 2j) / (3 - 4j), 1 / (1e200 + 1e200j), (4 + 2j) / 2)  # expect: (-0.2+0.4j) (5e-201-5e-201j) (2+1j)
attempt(lambda: 1j / 0)  # expect: ZeroDivisionError: complex division by zero
print((1 + 2j) ** 2, (1 + 2j) ** -1, 2 ** 1j, (1 + 1j) ** 0, 0j ** 0)  # expect: (-3+4j) (0.2-0.4j) (0.7692389013639721+0.6389612763136348j) (1+0j) (1+0j)
print((-8) ** (1 / 3), (-1) ** 0.5)  # expect: (1.0000000000000002+1.7320508075688772j) (6.123233995736766e-17+1j)
attempt(lambda: 0j ** -1)  # expect: ZeroDivisionError: 0.0 to a negative or complex power
attempt(lambda: 0 ** 1j)  # expect: ZeroDivisionError: 0.0 to a negative or complex power
attempt(lambda: (1e200 + 0j) ** 2)  # expect: OverflowError: complex exponentiation
attempt(lambda: 1j // 1)  # expect: TypeError: unsupported operand type(s) for //: 'complex' and 'int'
attempt(lambda: 1j % 2)  # expect: TypeError: unsupported operand type(s) for %: 'complex' and 'int'
attempt(lambda: 1j < 2)  # expect: TypeError: '<' not supported between instances of 'complex' and 'int'
attempt(lambda: pow(1j, 2, 3))  # expect: ValueError: complex modulo
print(abs(3 + 4j), (3 + 4j).conjugate(), -(1 + 2j), bool(0j), 1 + 0j == 1)  # expect: 5.0 (3-4j) (-1-2j) False True
attempt(lambda: abs(1e308 + 1e308j))  # expect: 1.4142135623730951e+308
print(hash(1 + 0j) == hash(1), hash(2.5 + 0j) == hash(2.5), hash(1j))  # expect: True True 1000003
