# A string is a sequence of characters.
print(list("héy"))  # expect: ['h', 'é', 'y']
print(tuple("ab"))  # expect: ('a', 'b')
print([c for c in "a😀"])  # expect: ['a', '😀']
print(list(enumerate("ab")))  # expect: [(0, 'a'), (1, 'b')]
print(list(reversed("abc")))  # expect: ['c', 'b', 'a']
print(list(zip("ab", "cd")))  # expect: [('a', 'c'), ('b', 'd')]
print(set("aa") == {"a"})  # expect: True
print(sorted("hello"))  # expect: ['e', 'h', 'l', 'l', 'o']
print("".join(reversed("abc")))  # expect: cba
