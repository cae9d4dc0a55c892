# A colon behind an expression.
x = a: b
