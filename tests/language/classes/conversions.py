# Conversion methods.
class N:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 2
    def __bool__(self): return False
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
n = N()
print(int(n), float(n), [10, 20, 30][n], not n, abs(n), round(n), round(n, 1), range(5)[n], hex(n))  # expect: 7 7.5 30 True abs ('round', None) ('round', 1) 2 0x2
