# The order of the items after long histories: every operation leaves the table as the reference's.
state = [1]


def rnd(n):
    state[0] = (state[0] * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (state[0] >> 33) % n


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 16

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


def number(kind):
    return (rnd(40), rnd(1000) * 8 - 300, rnd(100) * (1 << 40) - (1 << 44), rnd(30) / 2, Key(rnd(60)))[kind]


def some(kind):
    items = [number(kind) for _ in range((rnd(5), rnd(12), rnd(40), rnd(120))[rnd(4)])]
    how = rnd(6)
    if how == 5:
        return iter(items)
    return (list, set, frozenset, dict.fromkeys, lambda items: dict.fromkeys(items).keys())[how](items)


def mark(total, items):
    for item in items:
        total = (total * 31 + int(item.n if isinstance(item, Key) else item * 2)) % 1000000007
    return total


CHANGES = ("update", "difference_update", "intersection_update", "symmetric_difference_update")
QUESTIONS = ("union", "difference", "intersection", "symmetric_difference")
for history in range(40):
    kind = rnd(5)
    items = set(some(kind))
    total = 0
    for _ in range(25):
        what = rnd(9)
        if what < 3:
            items.add(number(kind))
        elif what == 3:
            items.discard(number(kind))
        elif what == 4 and items:
            total = mark(total, [items.pop()])
        elif what == 5:
            getattr(items, CHANGES[rnd(4)])(some(kind))
        elif what == 6:
            total = mark(total, getattr(items, QUESTIONS[rnd(4)])(some(kind)))
        elif what == 7:
            other = set(some(kind))
            for result in (items | other, other & items, items - other, other ^ items):
                total = mark(total, result)
        else:
            items = items.copy() if rnd(2) else {*items, *some(kind)}
    print(history, kind, len(items), mark(total, items))
