# Building a long string piece by piece is linear.
s = ""
for i in range(20000):
    s += "x"
print(len(s))  # expect: 20000
t = "é"
for i in range(5000):
    t += "✓"
print(len(t), t[4999], sum(1 for c in t))  # expect: 5001 ✓ 5001
