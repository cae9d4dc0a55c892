# Fields, conversions and the equals sign.
name, n = "Ada", 7
print(f"{name} has {n}")
print(f"{n + 1}")
print(f"{name!r}")
print(f"{name!s}")
print(f"{'é'!a}")
print(f"{n=}")
print(f"{n = }")
print(f"{name=}")
print(f"{name=!s}")
print(f"{n * 2=:>5}")
print(f"{ n = !r:^7}")
print(f"{{}} {{{n}}}", f"", f"{'a' 'b'}", F"{n}" "tail" f"{n}")
