# A slash behind a star.
def f(*a, /):
    pass
