# Division floors, the remainder has the divisor's sign.
print(7 // 2)  # expect: 3
print(-7 // 2)  # expect: -4
print(7 // -2)  # expect: -4
print(-7 // -2)  # expect: 3
print(7 % 3)  # expect: 1
print(-7 % 3)  # expect: 2
print(7 % -3)  # expect: -2
print(7 / 2)  # expect: 3.5
print(6 / 3)  # expect: 2.0
print(divmod(-7, 2))  # expect: (-4, 1)
print(2 ** 10)  # expect: 1024
print(2 ** -1)  # expect: 0.5
print(0 ** 0)  # expect: 1
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -8 >> 1, -1 >> 100, 3 << 0)  # expect: 1 7 6 -6 1024 -4 -1 3
