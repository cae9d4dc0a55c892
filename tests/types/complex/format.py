# Presentation of complex numbers.
z = 1.5 - 2j
print(f"{z}")  # expect: (1.5-2j)
print(f"{z:.2f}")  # expect: 1.50-2.00j
print(f"{z:>12}")  # expect:     (1.5-2j)
print(f"{z:+.1e}")  # expect: +1.5e+00-2.0e+00j
print(format(z, "g"))  # expect: 1.5-2j
print("%s" % z)  # expect: (1.5-2j)
