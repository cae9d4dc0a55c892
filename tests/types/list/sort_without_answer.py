# Keys of one class whose method has no answer are asked again by `<`.
class S:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        print(self.n, getattr(other, "n", other), end=" ")
        return NotImplemented
for items in ([S(1), S(2)], [3, S(1)], [[S(1)], [S(2)]]):
    try:
        sorted(items)
    except TypeError as error:
        print(error)
# expect: 2 1 2 1 '<' not supported between instances of 'S' and 'S'
# expect: 1 3 '<' not supported between instances of 'S' and 'int'
# expect: 2 1 '<' not supported between instances of 'S' and 'S'
