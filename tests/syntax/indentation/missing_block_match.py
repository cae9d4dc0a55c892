# A match without cases.
match x:
y = 1
