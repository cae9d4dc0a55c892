# Keys of own classes: hash and equality are called, and may raise.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): print("hash", self.n); return 1
    def __eq__(self, other): print("eq", self.n, other.n); return self.n == other.n
    def __repr__(self): return f"K{self.n}"
d = {K(1): "a"}
d[K(2)] = "b"
print(d[K(1)])
class Bad:
    def __hash__(self): raise ValueError("no hash")
try:
    d[Bad()]
except ValueError as error:
    print(error)
class Odd:
    def __hash__(self): return "x"
try:
    {Odd(): 1}
except TypeError as error:
    print(error)
