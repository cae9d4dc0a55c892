# Assignment to several targets.
a, b = 1, 2
a, b = b, a
print(a, b)  # expect: 2 1
(a, [b, c]), d = (1, (2, 3)), 4
print(a, b, c, d)  # expect: 1 2 3 4
x = y = z = []
x.append(1)
print(y, z is x)  # expect: [1] True
[p, q] = "hi"
print(p, q)  # expect: h i
i = 0
a = [10, 20]
i, a[i] = 1, 99
print(i, a)  # expect: 1 [10, 99]
