# Collisions are kept in the order they came.
print({0, 8, 16})  # expect: {0, 8, 16}
print({16, 8, 0})  # expect: {0, 8, 16}
print({8, 16, 0})  # expect: {0, 8, 16}
print({7, 15, 23, 0})  # expect: {0, 23, 7, 15}
print({32, 0, 8, 40, 5})  # expect: {32, 0, 5, 40, 8}
s = set()
for n in (5, 13, 21, 29, 37, 45):
    s.add(n)
    print(s)
    # expect: {5}
    # expect: {13, 5}
    # expect: {13, 21, 5}
    # expect: {29, 13, 21, 5}
    # expect: {37, 5, 13, 21, 29}
    # expect: {37, 5, 13, 45, 21, 29}
