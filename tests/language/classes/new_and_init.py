# `__new__` makes, `__init__` fills.
class One:
    instance = None
    def __new__(cls, *args):
        print("new", args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
    def __init__(self, *args):
        print("init", args)
print(One(1) is One(2))
class Odd:
    def __new__(cls):
        return 5
    def __init__(self):
        print("never")
print(Odd())
