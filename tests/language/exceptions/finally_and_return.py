# A return in `finally` wins; a finally runs behind a return.
def a():
    try:
        return "try"
    finally:
        print("cleaning")  # expect: cleaning
def b():
    try:
        return "try"
    finally:
        return "finally"
def c():
    try:
        raise ValueError
    finally:
        return "swallowed"
def d():
    x = 1
    try:
        return x
    finally:
        x = 2
print(a())  # expect: try
print(b(), c(), d())  # expect: finally swallowed 1
