# Operators bind as in the table.
print(2 + 3 * 4 ** 2 // 5 % 7 - 1)  # expect: 3
print(-2 ** 2)  # expect: -4
print((-2) ** 2)  # expect: 4
print(2 ** -1)  # expect: 0.5
print(2 ** 3 ** 2)  # expect: 512
print(1 | 2 ^ 3 & 4 << 1)  # expect: 3
print(~1 + 1)  # expect: -1
print(not 1 == 2)  # expect: True
print(5 - 3 - 1)  # expect: 1
print(2 * 3 % 4)  # expect: 2
print(100 // 7 / 2)  # expect: 7.0
print(1 + 2 < 4 and 3 or 0)  # expect: 3
print(1 if 0 else 2 + 3)  # expect: 5
print(-3 // 2)  # expect: -2
print(-3 % 2)  # expect: 1
print(7 // -2)  # expect: -4
print(7 % -2)  # expect: -1
