# Presentation of floats.
x = 1234.5678
print(format(x, ".2f"))  # expect: 1234.57
print(format(x, "e"))  # expect: 1.234568e+03
print(format(x, ".3e"))  # expect: 1.235e+03
print(format(x, "g"))  # expect: 1234.57
print(format(x, ".3g"))  # expect: 1.23e+03
print(format(x, "10.1f"))  # expect:     1234.6
print(format(x, "<10.1f") + "|")  # expect: 1234.6    |
print(format(x, "+.1f"))  # expect: +1234.6
print(format(x, ",.1f"))  # expect: 1,234.6
print(format(x, "_.2f"))  # expect: 1_234.57
print(format(x, "%"))  # expect: 123456.780000%
print(format(x, ".0f"))  # expect: 1235
print(format(0.5, ".0f"))  # expect: 0
print(format(1.5, ".0f"))  # expect: 2
print(format(x, "010.2f"))  # expect: 0001234.57
print(format(x, ".10"))  # expect: 1234.5678
print(format(1e10, ""))  # expect: 10000000000.0
print(format(x, "n"))  # expect: 1234.57
print(format(float("nan"), "f"))  # expect: nan
print(format(float("inf"), "10"))  # expect:        inf
print(format(-0.0, "+.1f"))  # expect: -0.0
print(format(1e-7, "g"))  # expect: 1e-07
print(format(1e20, "g"))  # expect: 1e+20
print(format(100000.0, "g"))  # expect: 100000
print(format(1000000.0, "g"))  # expect: 1e+06
print(format(1.0, "#g"))  # expect: 1.00000
print(format(3.0, ""))  # expect: 3.0
print(format(3.0, "5"))  # expect:   3.0
print(format(-0.001, "z.1f"))  # expect: 0.0
print(format(2.5, "E"))  # expect: 2.500000E+00
print(format(float("inf"), "F"))  # expect: INF
print("%.2f %5.1f %e %g %d %s" % (x, x, x, x, x, x))  # expect: 1234.57 1234.6 1.234568e+03 1234.57 1234 1234.5678
