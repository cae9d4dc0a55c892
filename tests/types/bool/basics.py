# Booleans are ints.
print(True + True)  # expect: 2
print(True * 5)  # expect: 5
print(True == 1)  # expect: True
print(False == 0)  # expect: True
print(isinstance(True, int))  # expect: True
print(str(True))  # expect: True
print(repr(False))  # expect: False
print(int(True))  # expect: 1
print(bool("False"))  # expect: True
print(bool(""))  # expect: False
print(True & False)  # expect: False
print(True | False)  # expect: True
print(True ^ True)  # expect: False
print(True & 1)  # expect: 1
print(~True)  # expect: -2
print(-True)  # expect: -1
print({True: "yes", 1: "one"})  # expect: {True: 'one'}
print([False, True][True])  # expect: True
print(sum([True, False, True]))  # expect: 2
print(True < 2)  # expect: True
print(hash(True))  # expect: 1
print(bool())  # expect: False
print(type(True & True))  # expect: <class 'bool'>
print(type(True & 1))  # expect: <class 'int'>
