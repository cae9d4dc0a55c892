# Methods that change a list.
a = [3, 1, 2]
a.append(5)
a.insert(1, "x")
a.extend((7, 8))
print(a)  # expect: [3, 'x', 1, 2, 5, 7, 8]
print(a.pop(), a.pop(0), a.remove("x"), a)  # expect: 8 3 None [1, 2, 5, 7]
a.insert(-1, 9); a.insert(100, 10); a.insert(-100, 0)
print(a, a.index(1), a.count(9))  # expect: [0, 1, 2, 5, 9, 7, 10] 1 1
a.reverse()
print(a, a.copy() == a, a.copy() is a)  # expect: [10, 7, 9, 5, 2, 1, 0] True False
a.clear()
print(a)  # expect: []
