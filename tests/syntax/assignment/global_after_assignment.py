# global behind an assignment.
def f():
    x = 1
    global x
