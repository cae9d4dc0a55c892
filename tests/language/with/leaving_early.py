# return, break and continue run `__exit__`.
class M:
    def __enter__(self): return self
    def __exit__(self, kind, *rest): print("exit", kind)
def f():
    with M():
        return 5
print(f())
for i in range(3):
    with M():
        if i == 0: continue
        if i == 1: break
print(i)
