# An inner function may call itself.
def outer(n):
    def inner(k):
        return k if k <= 1 else inner(k - 1) + inner(k - 2)
    return inner(n)
print(outer(15))  # expect: 610
