# A class with `__call__` decorates too.
class Counted:
    def __init__(self, f):
        self.f = f
        self.calls = 0
    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)

@Counted
def double(x):
    return x * 2

double(1)
print(double(4), double.calls)  # expect: 8 2
