# A lambda's parameters in parentheses.
f = lambda (a, b): a
