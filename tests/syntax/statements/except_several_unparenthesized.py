# Several exceptions without parentheses.
try:
    pass
except ValueError, KeyError:
    pass
