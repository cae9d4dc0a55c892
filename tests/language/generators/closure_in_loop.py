# Loops, with and conditions around yields keep their place.
class M:
    def __enter__(self): print("in"); return self
    def __exit__(self, *a): print("out")
def g(n):
    for i in range(n):
        with M():
            if i % 2:
                yield i, "odd"
            else:
                while True:
                    yield i, "even"
                    break
for item in g(3):
    print(item)
