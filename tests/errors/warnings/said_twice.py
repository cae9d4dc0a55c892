# A condition is generated at both ends of its loop, a `finally` for each way out of its `try`.
def f(a):
    while a is 1:
        a += 1
    for b in a:
        try:
            if b:
                return 1
            elif a:
                continue
        finally:
            b is 2
