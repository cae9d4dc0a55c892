# sorted gives a list, reversed an iterator.
print(sorted((3, 1, 2)))  # expect: [1, 2, 3]
print(sorted("cab", reverse=True))  # expect: ['c', 'b', 'a']
print(sorted([-3, 2, 1], key=abs))  # expect: [1, 2, -3]
print(list(reversed(range(3))))  # expect: [2, 1, 0]
print(list(reversed("ab")))  # expect: ['b', 'a']
print(sorted([]))  # expect: []
