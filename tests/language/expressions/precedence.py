# Operators bind as in the table.
print(2 + 3 * 4 ** 2 // 5 % 7 - 1, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2)  # expect: 3 -4 4 0.5 512
print(1 | 2 ^ 3 & 4 << 1, ~1 + 1, not 1 == 2, 5 - 3 - 1, 2 * 3 % 4, 100 // 7 / 2)  # expect: 3 -1 True 1 2 7.0
print(1 + 2 < 4 and 3 or 0, 1 if 0 else 2 + 3, -3 // 2, -3 % 2, 7 // -2, 7 % -2)  # expect: 3 5 -2 1 -4 -1
