# An exception in `__del__` is reported and ignored.
class Bad:
    def __del__(self):
        raise ValueError("in __del__")
b = Bad()
del b
print("went on")
