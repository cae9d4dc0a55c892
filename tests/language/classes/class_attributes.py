# Instances see the class's attributes and may hide them.
class C:
    shared = []
    level = 1

a, b = C(), C()
a.shared.append(1)
a.level += 1
print(b.shared, a.level, b.level, C.level)  # expect: [1] 2 1 1
del a.level
print(a.level)  # expect: 1
