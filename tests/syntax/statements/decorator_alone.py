# A decorator of nothing.
@f
x = 1
