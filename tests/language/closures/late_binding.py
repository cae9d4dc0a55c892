# The variable is shared, not its value.
def make():
    x = 1
    def get():
        return x
    x = 2
    return get

print(make()())  # expect: 2
def loop():
    result = []
    for i in range(3):
        result.append(lambda: i)
    return [f() for f in result]
print(loop())  # expect: [2, 2, 2]
