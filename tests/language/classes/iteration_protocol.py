# `__iter__`/`__next__`, and the older `__getitem__`.
class Down:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
class Letters:
    def __getitem__(self, i): return "abc"[i]
print(list(Down(3)), sum(Down(4)), max(Down(5)), 2 in Down(3))  # expect: [2, 1, 0] 6 4 True
print(list(Letters()), [x for x in Letters()])  # expect: ['a', 'b', 'c'] ['a', 'b', 'c']
for value in Letters():
    print(value)
    # expect: a
    # expect: b
    # expect: c
