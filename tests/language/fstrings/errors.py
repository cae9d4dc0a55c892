# Specs that do not fit.
for make in (
    lambda: f"{'a':d}",
    lambda: f"{1:s}",
    lambda: f"{1.5:d}",
    lambda: f"{1:.2d}",
    lambda: f"{'a':=5}",
    lambda: f"{[]:5}",
    lambda: f"{1:zz}",
    lambda: f"{1:,s}",
    lambda: f"{None:>5}",
):
    try:
        make()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError Unknown format code 'd' for object of type 'str'
        # expect: ValueError Unknown format code 's' for object of type 'int'
        # expect: ValueError Unknown format code 'd' for object of type 'float'
        # expect: ValueError Precision not allowed in integer format specifier
        # expect: ValueError '=' alignment not allowed in string format specifier
        # expect: TypeError unsupported format string passed to list.__format__
        # expect: ValueError Unknown format code 'z' for object of type 'int'
        # expect: ValueError Cannot specify ',' with 's'.
        # expect: TypeError unsupported format string passed to NoneType.__format__
