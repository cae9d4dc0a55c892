# repr of sets.
print(set())  # expect: set()
print({1})  # expect: {1}
print({"a"})  # expect: {'a'}
print({(1, 2)})  # expect: {(1, 2)}
print(frozenset({1}))  # expect: frozenset({1})
print([set()])  # expect: [set()]
print(str({None}))  # expect: {None}
class S(set): pass
print(S(), S([1]))  # expect: S() S({1})
