# Conversion methods.
class N:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 2
    def __bool__(self): return False
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
n = N()
print(int(n))  # expect: 7
print(float(n))  # expect: 7.5
print([10, 20, 30][n])  # expect: 30
print(not n)  # expect: True
print(abs(n))  # expect: abs
print(round(n))  # expect: ('round', None)
print(round(n, 1))  # expect: ('round', 1)
print(range(5)[n])  # expect: 2
print(hex(n))  # expect: 0x2
