# A keyword that is a literal.
f(1=2)
