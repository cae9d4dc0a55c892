# Function, then arguments from left to right, then the call.
def log(x):
    print("eval", x)
    return x

def f(*args, **kwargs):
    print("call", args, kwargs)

def get():
    print("function")
    return f

get()(log(1), *[log(2)], log(3), k=log(4), **{"m": log(5)})
