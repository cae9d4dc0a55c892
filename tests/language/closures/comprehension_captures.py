# A comprehension sees the function's variables and keeps its own.
def f(n):
    i = "outer"
    squares = [i * n for i in range(3)]
    return squares, i
print(f(10))  # expect: ([0, 10, 20], 'outer')
functions = [lambda: i for i in range(3)]
print([g() for g in functions])  # expect: [2, 2, 2]
