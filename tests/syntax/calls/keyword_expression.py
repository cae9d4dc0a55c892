# A keyword that is an expression.
f(a.b=1)
