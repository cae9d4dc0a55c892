# An arrow with nothing behind.
def f() -> :
    pass
