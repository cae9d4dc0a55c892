# The walrus binds in expressions.
if (n := len("hello")) > 3:
    print(n)  # expect: 5
print((a := 1) + a, a)  # expect: 2 1
data = [y := 5, y ** 2]
print(data)  # expect: [5, 25]
while (n := n - 2) > 0:
    print("n", n)
    # expect: n 3
    # expect: n 1
print([z for x in range(4) if (z := x * 2) > 2], z)  # expect: [4, 6] 6
def f(x, y=(k := 3)):
    return x + y
print(f(x=(w := 4)), w, k)  # expect: 7 4 3
