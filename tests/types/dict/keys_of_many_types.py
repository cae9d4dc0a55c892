# Equal keys are one key.
d = {1: "int", 1.0: "float", True: "bool", "1": "str", (1,): "tuple", None: "none"}
print(d, d[1], d[(1,)], d[None])  # expect: {1: 'bool', '1': 'str', (1,): 'tuple', None: 'none'} bool tuple none
d[2 ** 70] = "big"
print(d[2.0 ** 70])  # expect: big
