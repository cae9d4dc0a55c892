# Specs of every kind.
x, n, s = 3.14159, 42, "hi"
print(f"{x:.2f} {x:10.3f}| {x:<10.1f}| {x:^+10.2f}| {x:e} {x:.3g} {x:%} {x:.0f}")  # expect: 3.14      3.142| 3.1       |   +3.14   | 3.141590e+00 3.14 314.159000% 3
print(f"{n:5d}| {n:<5}| {n:^5}| {n:05} {n:+} {n:x} {n:#x} {n:b} {n:#010b} {n:o} {n:c} {n:,}")  # expect:    42| 42   |  42  | 00042 +42 2a 0x2a 101010 0b00101010 52 * 42
print(f"{1234567:,} {1234567:_} {1234567.891:,.2f} {0xffff:_x}")  # expect: 1,234,567 1_234_567 1,234,567.89 ffff
print(f"{s:5}| {s:>5}| {s:^5}| {s:*^6} {s:.1} {s:>5.1}|")  # expect: hi   |    hi|  hi  | **hi** h     h|
print(f"{True} {True:d} {True:5}| {None} {[1]!s:>5}|")  # expect: True 1     1| None   [1]|
