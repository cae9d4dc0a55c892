# Several statements on a line.
a = 1; b = 2; print(a + b)  # expect: 3
if a: print("x"); print("y")
# expect: x
# expect: y
for i in 1, 2: print(i); a += i
# expect: 1
# expect: 2
print(a)  # expect: 4
class C: x = 1; y = 2
print(C.x + C.y)  # expect: 3
