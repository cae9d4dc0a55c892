# A star as an expression.
x = *a
