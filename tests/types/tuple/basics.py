# Tuples are fixed sequences.
t = (1, "a", 2.5)
print(t)  # expect: (1, 'a', 2.5)
print(t[0])  # expect: 1
print(t[-1])  # expect: 2.5
print(t[1:])  # expect: ('a', 2.5)
print(len(t))  # expect: 3
print((1,))  # expect: (1,)
print(())  # expect: ()
print(t + (4,))  # expect: (1, 'a', 2.5, 4)
print(t * 2)  # expect: (1, 'a', 2.5, 1, 'a', 2.5)
print("a" in t)  # expect: True
print(t.index("a"))  # expect: 1
print(t.count(1))  # expect: 1
print(t == (1, "a", 2.5))  # expect: True
print((1, 2) < (1, 3))  # expect: True
print((1,) < (1, 0))  # expect: True
print(tuple("ab"))  # expect: ('a', 'b')
print(tuple())  # expect: ()
print(hash((1, 2)) == hash((1, 2)))  # expect: True
try:
    t[0] = 5
except TypeError as error:
    print(error)  # expect: 'tuple' object does not support item assignment
try:
    del t[0]
except TypeError as error:
    print(error)  # expect: 'tuple' object doesn't support item deletion
try:
    t.index("z")
except ValueError as error:
    print(error)  # expect: tuple.index(x): x not in tuple
try:
    t[9]
except IndexError as error:
    print(error)  # expect: tuple index out of range
