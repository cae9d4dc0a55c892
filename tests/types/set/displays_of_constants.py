# Displays of constants are made when compiling, once for all with the same items, which shows in the order.
print({0, 8, 16})  # expect: {0, 8, 16}
print({16, 8, 0})  # expect: {0, 8, 16}
print({8, 0})  # expect: {8, 0}
print({7, 15, 23, 0})  # expect: {0, 23, 7, 15}
print([x for x in {7, 15, 23, 0}])  # expect: [0, 23, 7, 15]
print({50, 3, 18, 35, 2, 99})  # expect: {2, 3, 99, 35, 18, 50}
print({*[50, 3, 18, 35, 2, 99]})  # expect: {2, 35, 3, 99, 18, 50}
items = {1, 2, 3}
items.add(4)
print({1, 2, 3}, items)  # expect: {1, 2, 3} {1, 2, 3, 4}
