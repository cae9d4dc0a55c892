# Rounding ints.
print(round(5))  # expect: 5
print(round(1234, -2))  # expect: 1200
print(round(1250, -2))  # expect: 1200
print(round(1350, -2))  # expect: 1400
print(round(-1250, -2))  # expect: -1200
print(round(15, -1))  # expect: 20
print(round(25, -1))  # expect: 20
print(round(5, 3))  # expect: 5
print(round(10 ** 20 + 5, -1))  # expect: 100000000000000000000
