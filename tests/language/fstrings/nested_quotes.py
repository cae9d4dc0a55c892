# Quotes and f-strings nest (PEP 701).
d = {"k": [1, 2]}
print(f"{d["k"][0]}")  # expect: 1
print(f"{f"{f"{1 + 1}"}"}")  # expect: 2
print(f"{", ".join(str(x) for x in d["k"])}")  # expect: 1, 2
print(f"{'\n'.join(['a', 'b'])}")
# expect: a
# expect: b
print(f'{d['k']!r:>10}')  # expect:     [1, 2]
