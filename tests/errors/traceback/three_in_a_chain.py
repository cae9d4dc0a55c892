# A chain of three.
try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise KeyError("second") from first
except KeyError:
    raise OSError("third")
