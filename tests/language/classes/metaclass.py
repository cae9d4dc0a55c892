# A metaclass sees the class being made.
class Meta(type):
    def __new__(mcls, name, bases, namespace):
        print("making")  # expect: making
        print(name)  # expect: C
        print([k for k in namespace if not k.startswith("__")])  # expect: ['x', 'm']
        return super().__new__(mcls, name, bases, namespace)
    def __call__(cls, *args):
        print("calling", cls.__name__, args)  # expect: calling C ()
        return super().__call__(*args)
class C(metaclass=Meta):
    x = 1
    def m(self): pass
C()
print(type(C).__name__)  # expect: Meta
