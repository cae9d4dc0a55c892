# `and` and `or` give an operand and stop early.
print(1 and 2, 0 and 1 / 0, "" or "x", 0 or [] or None, 1 or 1 / 0, not "", not 3)  # expect: 2 0 x None 1 True False
print(1 and 0 or 2, (None or 0) and 5, [] and {} or "end")  # expect: 2 0 end
