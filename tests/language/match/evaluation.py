# The subject is evaluated once; guards in turn; names stay bound.
def log(x):
    print("eval", x)
    # expect: eval 5
    # expect: eval False
    # expect: eval True
    return x
match log(5):
    case x if log(x > 10): print("never")
    case y if log(y > 3): print("taken", y)  # expect: taken 5
    case _: print("never")
print(x, y)  # expect: 5 5
match = 3
case = match + 1
print(match, case)  # expect: 3 4
