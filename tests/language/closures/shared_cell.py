# Two inner functions share one variable.
def account(total):
    def put(x):
        nonlocal total
        total += x
    def get():
        return total
    return put, get

put, get = account(10)
put(5)
put(7)
print(get())  # expect: 22
