# Only the chosen branch is evaluated.
def log(x):
    print("eval", x)
    return x
print(log("a") if log(True) else log("b"))
print(log("a") if log(0) else log("b"))
print(1 if False else 2 if False else 3)
x = lambda n: "odd" if n % 2 else "even"
print(x(3), x(4))
