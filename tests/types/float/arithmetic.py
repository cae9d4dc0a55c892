# Arithmetic, floor division and remainder.
print(7.5 // 2)  # expect: 3.0
print(-7.5 // 2)  # expect: -4.0
print(7.5 % 2)  # expect: 1.5
print(-7.5 % 2)  # expect: 0.5
print(7.5 % -2)  # expect: -0.5
print(divmod(7.5, 2))  # expect: (3.0, 1.5)
print(divmod(-7.5, 2))  # expect: (-4.0, 0.5)
print(2.0 ** 0.5)  # expect: 1.4142135623730951
print(2 ** 0.5)  # expect: 1.4142135623730951
print(1e308 * 10)  # expect: inf
print(-1e308 * 10)  # expect: -inf
print(0.0 * -1)  # expect: -0.0
print(1 / 3)  # expect: 0.3333333333333333
print(5.0 // 0.3)  # expect: 16.0
print(1e-300 * 1e-300)  # expect: 0.0
print((-8) ** (1 / 3), 1.0 + True, 3 * 1.5, 10 % 3.5, 0.1 * 3)  # expect: (1.0000000000000002+1.7320508075688772j) 2.0 4.5 3.0 0.30000000000000004
try:
    2.0 ** 10000
except OverflowError as error:
    print(error)  # expect: (34, 'Numerical result out of range')
