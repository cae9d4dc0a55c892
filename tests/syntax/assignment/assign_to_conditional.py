# A conditional expression cannot be assigned to.
(a if b else c) = 1
