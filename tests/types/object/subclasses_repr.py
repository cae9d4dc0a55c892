# The reprs of natively implemented classes name a subclass, and a namespace's subclass shows its attributes.
import collections, copy, dataclasses, pprint, types


class Space(types.SimpleNamespace):
    def total(self):
        return self.a + self.b


s = Space(a=1, b=2)
print(s, s.total(), s == Space(a=1, b=2), s == types.SimpleNamespace(a=1, b=2))     # expect: Space(a=1, b=2) 3 True True
s.c = 3
del s.a
print(s, vars(s), copy.copy(s), s.__reduce__()[1:])
# expect: Space(b=2, c=3) {'b': 2, 'c': 3} Space(b=2, c=3) ((), {'b': 2, 'c': 3})


class Line(collections.deque):
    pass


print(Line([1, 2]), Line([1], 3))               # expect: Line([1, 2]) Line([1], maxlen=3)


@dataclasses.dataclass
class Node:
    name: str
    next: object = None


node = Node('first')
node.next = node
pprint.pprint(node, width=10)
# expect: Node(name='first',
# expect:      next=...)
words = 'the quick brown fox jumped over'.split()
counted = dict(zip(words, range(6)))
pprint.pprint(collections.UserDict(counted), width=30)
# expect: {'brown': 2,
# expect:  'fox': 3,
# expect:  'jumped': 4,
# expect:  'over': 5,
# expect:  'quick': 1,
# expect:  'the': 0}
pprint.pprint(collections.UserList(words), width=30)
# expect: ['the',
# expect:  'quick',
# expect:  'brown',
# expect:  'fox',
# expect:  'jumped',
# expect:  'over']
pprint.pprint(collections.UserString(' '.join(words)), width=20)
# expect: ('the quick brown '
# expect:  'fox jumped over')
pprint.pprint(collections.ChainMap({'a': 1, 'bcd': 22222222}, {}), width=30)
# expect: ChainMap({'a': 1,
# expect:           'bcd': 22222222},
# expect:          {})
