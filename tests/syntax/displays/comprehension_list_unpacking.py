# A star in a list comprehension.
x = [*a for a in b]
