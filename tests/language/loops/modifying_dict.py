# A dict must not change its size in a loop.
d = {1: 1, 2: 2}
for k in d:
    d[k] = 0
print(d)  # expect: {1: 0, 2: 0}
try:
    for k in d:
        d[k + 10] = 1
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)  # expect: Set changed size during iteration
