# An endless generator is taken from.
def naturals():
    n = 0
    while True:
        yield n
        n += 1
def take(n, it):
    for x, _ in zip(it, range(n)):
        yield x
print(list(take(5, naturals())))  # expect: [0, 1, 2, 3, 4]
def primes():
    found = []
    for n in naturals():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n
print(list(take(8, primes())))  # expect: [2, 3, 5, 7, 11, 13, 17, 19]
