# Containers compare members by identity first.
nan = float("nan")
print([nan] == [nan])  # expect: True
print(nan in [nan])  # expect: True
print([nan].index(nan))  # expect: 0
print([nan].count(nan))  # expect: 1
print((nan,) == (nan,))  # expect: True
print({1: nan} == {1: nan})  # expect: True
