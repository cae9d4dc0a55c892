# A global hides a builtin until it is deleted.
len = lambda x: "mine"
print(len([1, 2]))  # expect: mine
del len
print(len([1, 2]))  # expect: 2
