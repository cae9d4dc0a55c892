# super() without and with arguments, in class methods and closures.
class A:
    @classmethod
    def name(cls): return "A of " + cls.__name__
    def m(self): return "A.m"
class B(A):
    @classmethod
    def name(cls): return super().name() + "!"
    def m(self):
        def inner():
            return super(B, self).m()
        return inner() + " and " + (lambda: __class__.__name__)()
print(B.name(), B().m())  # expect: A of B! A.m and B
print(super(B, B()).m())  # expect: A.m
