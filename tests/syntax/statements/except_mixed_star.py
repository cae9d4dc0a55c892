# except and except* together.
try:
    pass
except ValueError:
    pass
except* KeyError:
    pass
