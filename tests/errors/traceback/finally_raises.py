# An error in finally follows the first.
def f():
    try:
        return 1 / 0
    finally:
        {}["cleanup"]
f()
