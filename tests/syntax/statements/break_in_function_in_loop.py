# A loop does not reach into a function.
for i in range(3):
    def f():
        break
