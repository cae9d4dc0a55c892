# Which questions a sort asks, and in which order, is the reference's: stable, by runs, galloping, and the same nonsense
# for items that do not know their order.
state = [7]
asked = [0, 0]


def rnd(n):
    state[0] = (state[0] * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (state[0] >> 33) % n


class V:
    def __init__(self, n, i):
        self.n = n
        self.i = i

    def __lt__(self, other):
        asked[0] += 1
        asked[1] = (asked[1] * 31 + self.i * 7 + other.i) % 1000000007
        return self.n < other.n


class Undecided(V):
    def __lt__(self, other):
        return rnd(2) == 0


def numbers(kind, n):
    if kind == 0:
        return [rnd(1000) for _ in range(n)]
    if kind == 1:
        return list(range(n, 0, -1))
    if kind == 2:
        return [rnd(4) for _ in range(n)]
    if kind == 3:
        return [i // 3 for i in range(n)] + [rnd(n + 1) for _ in range(10)]
    if kind == 4:
        return [-(i // 4) for i in range(n)]
    runs = []
    while len(runs) < n:
        base, step = rnd(500), (1, -1, 0)[rnd(3)]
        runs += [base + step * j for j in range(rnd(60) + 1)]
    return runs


for kind in range(6):
    for n in (5, 70, 700):
        items = [V(x, i) for i, x in enumerate(numbers(kind, n))]
        asked[:] = 0, 0
        items.sort(reverse=kind == 3)
        order = 0
        for item in items:
            order = (order * 31 + item.i) % 1000000007
        print(kind, n, asked, order)
undecided = [Undecided(0, i) for i in range(150)]
undecided.sort()
print([item.i for item in undecided])
nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0, nan, 0.0]))
