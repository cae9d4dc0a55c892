# Fields, conversions and the equals sign.
name, n = "Ada", 7
print(f"{name} has {n}", f"{n + 1}", f"{name!r}", f"{name!s}", f"{'é'!a}")
print(f"{n=}", f"{n = }", f"{name=}", f"{name=!s}", f"{n * 2=:>5}", f"{ n = !r:^7}")
print(f"{{}} {{{n}}}", f"", f"{'a' 'b'}", F"{n}" "tail" f"{n}")
