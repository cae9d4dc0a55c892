# A deque whose items change it while it is being searched, compared or read.
from collections import deque, Counter
import operator


class Meddler:
    def __init__(self, result=False):
        self.result = result

    def __eq__(self, other):
        d.append(9)
        return self.result

    def __repr__(self):
        return 'M'


def show(f, *items):
    global d
    d = deque(items)
    try:
        print(f(), len(d))
    except Exception as e:
        print(type(e).__name__, e, len(d))


m = Meddler()
show(lambda: d.count(0), 1, m, 2)               # expect: RuntimeError deque mutated during iteration 4
show(lambda: 0 in d, 1, m, 2)                   # expect: RuntimeError deque mutated during iteration 4
show(lambda: d.index(0), 1, m, 2)               # expect: RuntimeError deque mutated during iteration 4
show(lambda: d.remove(0), 1, m, 2)              # expect: IndexError deque mutated during iteration 4
show(lambda: d.remove(0), 1, 2)                 # expect: ValueError 0 is not in deque 2
show(lambda: d.index(0), 1, Meddler(True), 2)   # expect: 1 4
show(lambda: d.remove(0), Meddler(True), 2)     # expect: IndexError deque mutated during iteration 3
show(lambda: d == deque([1, 2, 3]), 1, m, 3)    # expect: False 5
show(lambda: d == deque([1, 2, 3]), 1, Meddler(True), 3)    # expect: RuntimeError deque mutated during iteration 4
show(lambda: d.extend(iter(d)), 1, 2)           # expect: RuntimeError deque mutated during iteration 3
show(lambda: d.extendleft(d), 1, 2)             # expect: None 4

d = deque([1, 2, 3])
it = iter(d)
print(it.__length_hint__(), next(it), operator.length_hint(it))     # expect: 3 1 2
print(it.__reduce__()[1])                       # expect: (deque([1, 2, 3]), 1)
print(list(type(it)(d, 2)), list(type(reversed(d))(d)))             # expect: [3] [3, 2, 1]
d.append(4)
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e, it.__length_hint__())
# expect: deque mutated during iteration 0
# expect: deque mutated during iteration 0


class Times:
    def __index__(self):
        d.clear()
        return 2


d = deque([1])
print(d * Times())                              # expect: deque([])
print(Counter(a=2, b=1) + Counter(b=2, c=-1), Counter(a=1) - Counter(a=3, b=-2))
# expect: Counter({'b': 3, 'a': 2}) Counter({'b': 2})
