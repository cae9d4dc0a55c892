# A slash in the first place.
def f(/, a):
    pass
