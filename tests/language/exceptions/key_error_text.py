# A KeyError shows its key by repr.
print(str(KeyError("a")), repr(KeyError("a")), str(KeyError(1, 2)), str(KeyError()) == "", KeyError("b").args)  # expect: 'a' KeyError('a') (1, 2) True ('b',)
