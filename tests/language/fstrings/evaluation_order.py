# Fields are evaluated and formatted from left to right.
class C:
    def __init__(self, n): print("make", n); self.n = n
    def __format__(self, spec): print("format", self.n, spec); return str(self.n)
print(f"{C(1):{C(2)}} {C(3)}")
