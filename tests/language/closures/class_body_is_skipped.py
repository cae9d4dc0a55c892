# Names of a class body are not seen by its methods.
x = "global"
class C:
    x = "class"
    def get(self):
        return x
    items = [x for _ in range(1)]

print(C().get(), C.x, C.items)  # expect: global class ['global']
