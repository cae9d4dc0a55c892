# A star in parentheses.
x = (*a)
