# Operators call their methods, the reflected ones too.
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"
    def __add__(self, other): return V(self.n + (other.n if isinstance(other, V) else other))
    def __radd__(self, other): return V(other + self.n)
    def __sub__(self, other): return NotImplemented
    def __neg__(self): return V(-self.n)
    def __mul__(self, k): return V(self.n * k)
    __rmul__ = __mul__
    def __matmul__(self, other): return self.n * other.n
    def __getitem__(self, k): return (self.n, k)
    def __call__(self, *a): return a
    def __bool__(self): return self.n != 0
    def __len__(self): return 7
    def __contains__(self, x): return x == self.n
    def __iadd__(self, other): self.n += other; return self

v = V(3)
print(v + 1, 1 + v, v + v, -v, v * 2, 2 * v, v @ V(5))  # expect: V(4) V(4) V(6) V(-3) V(6) V(6) 15
print(v[1])  # expect: (3, 1)
print(v[1:2])  # expect: (3, slice(1, 2, None))
print(v["a", 2])  # expect: (3, ('a', 2))
print(v(1, 2))  # expect: (1, 2)
print(bool(v))  # expect: True
print(bool(V(0)))  # expect: False
print(len(v))  # expect: 7
print(3 in v)  # expect: True
print(4 in v)  # expect: False
w = v
v += 10
print(v, w is v)  # expect: V(13) True
try:
    v - 1
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for -: 'V' and 'int'
