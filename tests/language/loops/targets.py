# A loop's target may be any target.
d = {}
class Box: pass
box = Box()
for d["k"] in (1, 2): pass
for box.x in "ab": pass
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]:
    print(a, b, c)
    # expect: 1 2 [3, 4]
    # expect: 5 6 []
a = [0, 0]
for a[1] in (7, 8): pass
print(d, box.x, a)  # expect: {'k': 2} b [0, 8]
