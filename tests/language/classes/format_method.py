# `__format__` receives the spec.
class C:
    def __format__(self, spec):
        return f"<{spec}>"
print(f"{C()}", f"{C():abc}", format(C(), "x"), "{:>3}".format(C()))  # expect: <> <abc> <x> <>3>
class D: pass
try:
    f"{D():5}"
except TypeError as error:
    print(error)  # expect: unsupported format string passed to D.__format__
