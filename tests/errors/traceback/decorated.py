# The wrapper's frame stands before the function's.
def logged(f):
    def wrapper(*args):
        return f(*args)
    return wrapper
@logged
def divide(a, b):
    return a // b
divide(1, 0)
