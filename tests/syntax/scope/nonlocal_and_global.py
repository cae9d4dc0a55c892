# nonlocal and global of one name.
def f():
    x = 1
    def g():
        global x
        nonlocal x
