# Comparisons call their methods; equality falls back to identity.
class N:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, N) and self.n == other.n
    def __lt__(self, other): return self.n < other.n
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"N{self.n}"
print(N(1) == N(1), N(1) != N(1), N(1) < N(2), N(1) > N(2))  # expect: True False True False
print(sorted([N(3), N(1), N(2)]), max(N(1), N(5)))  # expect: [N1, N2, N3] N5
print({N(1), N(1), N(2)}, N(1) in [N(1)])  # expect: {N1, N2} True
class P: pass
p = P()
print(p == p, p == P(), p != P())  # expect: True False True
try:
    N(1) <= N(2)
except TypeError as error:
    print(error)  # expect: '<=' not supported between instances of 'N' and 'N'
