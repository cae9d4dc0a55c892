# The loop variable keeps its last value; an empty loop binds nothing.
for i in range(3): pass
print(i)  # expect: 2
for j in []: pass
try:
    j
except NameError as error:
    print(error)  # expect: name 'j' is not defined
