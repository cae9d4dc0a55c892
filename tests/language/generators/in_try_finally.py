# Yields in try, except, else and finally.
def g():
    try:
        yield "try"
        raise ValueError("v")
    except ValueError as e:
        yield f"except {e}"
        yield repr(e)
    else:
        yield "never"
    finally:
        yield "finally"
    yield "end"
print(list(g()))  # expect: ['try', 'except v', "ValueError('v')", 'finally', 'end']
