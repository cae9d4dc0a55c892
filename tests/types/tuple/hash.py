# Hashes of tuples are the reference's.
print(hash(()))  # expect: 5740354900026072187
print(hash((1,)))  # expect: -6644214454873602895
print(hash((1, 2, 3)))  # expect: 529344067295497451
print(hash((1.5, None)))  # expect: -7900369062496603414
print(hash(((), ((),))))  # expect: 578447794611251343
print(hash((True, 0)))  # expect: -5164621852614943976
try:
    hash((1, []))
except TypeError as error:
    print(error)  # expect: unhashable type: 'list'
