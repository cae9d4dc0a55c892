# A default list is shared between the calls.
def add(item, to=[]):
    to.append(item)
    return to

print(add(1))  # expect: [1]
print(add(2))  # expect: [1, 2]
print(add(3, []))  # expect: [3]
print(add(4))  # expect: [1, 2, 4]
