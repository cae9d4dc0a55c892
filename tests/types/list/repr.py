# repr of lists, nested and recursive.
print([], [1], [1, "a", None, 2.0], [[]], [(1,)], str(["'"]))  # expect: [] [1] [1, 'a', None, 2.0] [[]] [(1,)] ["'"]
a = [1]
a.append(a)
print(a)  # expect: [1, [...]]
b = [a, a]
print(b)  # expect: [[1, [...]], [1, [...]]]
