# A KeyError shows its key by repr.
print(str(KeyError("a")))  # expect: 'a'
print(repr(KeyError("a")))  # expect: KeyError('a')
print(str(KeyError(1, 2)))  # expect: (1, 2)
print(str(KeyError()) == "")  # expect: True
print(KeyError("b").args)  # expect: ('b',)
