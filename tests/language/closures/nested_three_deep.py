# A variable is found through several levels.
def a():
    x = "a"
    def b():
        y = "b"
        def c():
            nonlocal x
            x += y
            return x
        return c
    c = b()
    c()
    return c() + x

print(a())  # expect: abbabb
