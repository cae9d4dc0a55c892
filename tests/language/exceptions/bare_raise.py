# A bare raise raises what is being handled.
def again():
    raise
try:
    try:
        raise ValueError("first")
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            pass
        again()
except ValueError as error:
    print(error)  # expect: first
try:
    again()
except RuntimeError as error:
    print(error)  # expect: No active exception to reraise
