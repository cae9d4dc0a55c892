# The failing call among several in one line.
def half(x):
    return x / 2
print(half(4), half("a"), half(6))
