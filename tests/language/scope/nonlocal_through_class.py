# `nonlocal` reaches past a class body.
def f():
    n = 0
    class Counter:
        n = "mine"
        def up(self):
            nonlocal n
            n += 1
            return n
    c = Counter()
    return c.up(), c.up(), n, Counter.n
print(f())  # expect: (1, 2, 2, 'mine')
