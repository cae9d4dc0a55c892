# A return in finally is allowed without a word.
def f():
    try:
        return 1
    finally:
        return 2
print(f())  # expect: 2
