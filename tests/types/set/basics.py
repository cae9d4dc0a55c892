# Sets of small ints print in table order.
print({3, 1, 2})  # expect: {1, 2, 3}
print({10, 5, 0})  # expect: {0, 10, 5}
print({8, 0, 16})  # expect: {8, 0, 16}
print({100, 1, 50})  # expect: {1, 50, 100}
print(set())  # expect: set()
print({1, 1.0, True})  # expect: {1}
print(len({1, 1, 2}))  # expect: 2
print(2 in {1, 2})  # expect: True
print({1} == {1.0})  # expect: True
print(set([3, 3, 1]))  # expect: {1, 3}
print({-1, -2, 5})  # expect: {5, -1, -2}
print({64, 32, 1, 9})  # expect: {64, 1, 32, 9}
