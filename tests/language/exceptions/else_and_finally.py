# `else` runs without an exception, `finally` always.
def f(x):
    try:
        print("try")
        y = 1 / x
    except ZeroDivisionError as e:
        print("except", e)
    else:
        print("else", y)
    finally:
        print("finally")
f(1)
f(0)
