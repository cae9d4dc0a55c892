# break and continue pass through `finally`.
for i in range(4):
    try:
        if i == 1: continue
        if i == 3: break
        print("body", i)
    finally:
        print("finally", i)
def f():
    while True:
        try:
            raise ValueError
        except ValueError:
            try:
                break
            finally:
                print("inner")
        finally:
            print("outer")
    return "done"
print(f())
