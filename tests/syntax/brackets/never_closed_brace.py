# A brace that is never closed.
x = {"a": 1
