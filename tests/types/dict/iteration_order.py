# The order survives updates, not deletions.
d = dict.fromkeys("hello")
print(list(d))  # expect: ['h', 'e', 'l', 'o']
d["l"] = 1
print(list(d))  # expect: ['h', 'e', 'l', 'o']
del d["e"]
d["e"] = 2
print(d)  # expect: {'h': None, 'l': 1, 'o': None, 'e': 2}
