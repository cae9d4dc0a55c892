# A class with `__eq__` and no `__hash__` cannot be hashed.
class C:
    def __eq__(self, other): return True
try:
    {C(): 1}
except TypeError as error:
    print(error)  # expect: unhashable type: 'C'
print(C.__hash__)  # expect: None
class D: pass
d = D()
print({d: 1}[d], hash(d) == hash(d))  # expect: 1 True
