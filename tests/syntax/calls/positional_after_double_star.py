# A positional argument behind the double star.
f(**a, b)
