# Strings stand in the order of their hashes, which a seed of 0 fixes.
# env: PYTHONHASHSEED=0
print({"a", "b", "c", "d"})  # expect: {'d', 'c', 'a', 'b'}
print({"red", "green", "blue"})  # expect: {'red', 'green', 'blue'}
print(set("hello world"))  # expect: {' ', 'd', 'r', 'h', 'o', 'e', 'w', 'l'}
print({"x": 1}.keys() | {"y", "z"})  # expect: {'y', 'x', 'z'}
print({None: 1, "k": 2}.keys() | {5})  # expect: {None, 5, 'k'}
