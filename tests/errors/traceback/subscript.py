# A subscript is marked, its brackets apart.
table = {"a": [1, 2, 3]}
print(table["a"][1 + 6])
