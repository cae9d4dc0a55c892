# A tuple without parentheses in a comprehension.
x = [a, b for a, b in c]
