# Sets made by comprehension and by display.
print({x % 5 for x in range(20)})  # expect: {0, 1, 2, 3, 4}
print({x * x for x in range(10)})  # expect: {0, 1, 64, 4, 36, 9, 16, 49, 81, 25}
print({*range(5), 20, 13})  # expect: {0, 1, 2, 3, 4, 13, 20}
print({x for x in (9, 1, 17, 25)})  # expect: {9, 25, 1, 17}
