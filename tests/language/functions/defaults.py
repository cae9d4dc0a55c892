# Defaults are evaluated once, when the function is made.
count = 0

def tick():
    global count
    count += 1
    return count

def f(a, b=tick(), c=tick()):
    return a, b, c

print(count)  # expect: 2
print(f(0))  # expect: (0, 1, 2)
print(f(0, 7))  # expect: (0, 7, 2)
print(f(0, c=8))  # expect: (0, 1, 8)
print(count)  # expect: 2
print(f.__defaults__)  # expect: (1, 2)
