# The items of a list or tuple that is dropped or emptied go one after the other, the last one first.
class Noisy:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=' ')


def made(): return [Noisy(n) for n in range(4)]


items = made(); del items; print('list')  # expect: 3 2 1 0 list
items = made(); items.clear(); print('clear')  # expect: 3 2 1 0 clear
items = tuple(made()); del items; print('tuple')  # expect: 3 2 1 0 tuple
items = made(); items[1:3] = []; print('slice')  # expect: 2 1 slice
del items[:]; print('the rest')  # expect: 3 0 the rest
items = made(); del items[::2]; print('every other')  # expect: 0 2 every other
items[:] = [1]; print('replaced')  # expect: 3 1 replaced
items = made(); items.__init__([1]); print('made again')  # expect: 3 2 1 0 made again
items = {n: Noisy(n) for n in range(3)}; del items; print('dict')  # expect: 0 1 2 dict
