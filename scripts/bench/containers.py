"""Lists and dicts: filled, read, changed, counted, sorted."""


def sieve(n):
    prime = [True] * n
    prime[0] = prime[1] = False
    i = 2
    while i * i < n:
        if prime[i]:
            for j in range(i * i, n, i):
                prime[j] = False
        i += 1
    return sum(prime)


def count(n):
    counts = {}
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        key = x >> 18
        counts[key] = counts.get(key, 0) + 1
    return len(counts), max(counts.values())


def group(n):
    groups = {}
    for i in range(n):
        groups.setdefault(i % 1000, []).append(i)
    pairs = [(len(items), items[0]) for items in groups.values()]
    pairs.sort(key=lambda pair: -pair[1])
    return pairs[0], sum(items[-1] for items in groups.values())


print(sieve(1_000_000), count(700_000), group(700_000))
