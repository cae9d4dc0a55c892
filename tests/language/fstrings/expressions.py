# Any expression fits in a field.
x = 3
print(f"{x if x > 2 else 0} {[i for i in range(x)]} {(lambda y: y * 2)(x)} {x!r:>3} {not x} {x == 3} {x != 3}")  # expect: 3 [0, 1, 2] 6   3 False True False
print(f"{ {'a': 1}['a'] } {x,} {(y := 4)} {y} {x:=+5} {'a' if x else 'b':>3}")  # expect: 1 (3,) 4 4 +   3   a
print(f"{x and 'yes'} {x[0] if False else x} {-x} {~x} {x ** 2:.1f}")  # expect: yes 3 -3 -4 9.0
