x = 5
def show(f):
    import traceback
    try: f()
    except TypeError: traceback.print_exc()
show(lambda: [1, *x])
show(lambda: (*x, 2))
show(lambda: {1, *x, 3})
show(lambda: [*[1], *x])
