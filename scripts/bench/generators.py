"""Generators: plain, in chains, and delegating."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(items):
    for item in items:
        if item % 2 == 0:
            yield item


def nested(depth, n):
    if depth:
        yield from nested(depth - 1, n)
    else:
        yield from range(n)


print(sum(count(1_500_000)), sum(evens(count(1_000_000))), sum(nested(10, 300_000)))
