# A frozenset can be a key.
f = frozenset([3, 1])
print(f)  # expect: frozenset({1, 3})
print(frozenset())  # expect: frozenset()
print(hash(f) == hash(frozenset([1, 3])))  # expect: True
print({f: 1}[frozenset({1, 3})])  # expect: 1
print(f | {2})  # expect: frozenset({1, 2, 3})
print({2} | f)  # expect: {1, 2, 3}
print(f == {1, 3})  # expect: True
print(f & {1})  # expect: frozenset({1})
print(type(f | {2}).__name__)  # expect: frozenset
print(type({2} | f).__name__)  # expect: set
print(hash(frozenset()))  # expect: 133146708735736
print(hash(frozenset([1, 2, 3])))  # expect: -272375401224217160
try:
    f.add(1)
except AttributeError as error:
    print(error)  # expect: 'frozenset' object has no attribute 'add'
print({frozenset([1])} == {frozenset([1])})  # expect: True
print(frozenset([1]) in {frozenset([1])})  # expect: True
print({1} in {frozenset([1])})  # expect: True
