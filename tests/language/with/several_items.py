# Several items enter in order and exit in reverse.
class M:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, *args): print("exit", self.name)
with M("a") as a, M("b") as b:
    print(a, b)
with (
    M("c") as c,
    M("d"),
):
    print(c)
