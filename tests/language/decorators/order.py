# Decorators are evaluated top down and applied bottom up.
def mark(name):
    print("evaluate", name)
    # expect: evaluate a
    # expect: evaluate b
    def apply(f):
        print("apply", name)
        # expect: apply b
        # expect: apply a
        return f
    return apply

@mark("a")
@mark("b")
def f():
    return "f"

print(f())  # expect: f
