# An assignment behind the at sign.
@x = 1
def f(): pass
