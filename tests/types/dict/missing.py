# `__missing__` of a subclass answers for absent keys.
class Zero(dict):
    def __missing__(self, key):
        return f"no {key}"
z = Zero(a=1)
print(z["a"], z["b"], z.get("b"), "b" in z, len(z))  # expect: 1 no b None False 1
