"""Exceptions: raised, caught, passed on, and not raised at all."""


class Empty(Exception):
    pass


def take(items, index):
    if index >= len(items):
        raise Empty(index)
    return items[index]


def safe(items, index):
    try:
        return take(items, index)
    except Empty:
        return -1
    finally:
        safe.calls += 1


safe.calls = 0
items = list(range(10))
total = 0
for i in range(400_000):
    total += safe(items, i % 20)
    try:
        total += 1
    except ValueError:
        pass
print(total, safe.calls)
