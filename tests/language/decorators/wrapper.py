# A decorator may wrap the function.
def twice(f):
    def wrapper(*args, **kwargs):
        return [f(*args, **kwargs) for _ in range(2)]
    return wrapper

@twice
def add(a, b=1):
    return a + b

print(add(2), add(2, b=5))  # expect: [3, 3] [7, 7]
