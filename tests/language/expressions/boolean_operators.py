# `and` and `or` give an operand and stop early.
print(1 and 2)  # expect: 2
print(0 and 1 / 0)  # expect: 0
print("" or "x")  # expect: x
print(0 or [] or None)  # expect: None
print(1 or 1 / 0)  # expect: 1
print(not "")  # expect: True
print(not 3)  # expect: False
print(1 and 0 or 2, (None or 0) and 5, [] and {} or "end")  # expect: 2 0 end
