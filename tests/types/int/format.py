# Presentation of ints.
print(format(255, "x"))  # expect: ff
print(format(255, "#X"))  # expect: 0XFF
print(format(-5, "08b"))  # expect: -0000101
print(format(1234567, ",d"))  # expect: 1,234,567
print(format(65, "c"))  # expect: A
print(format(5, "+"))  # expect: +5
print(format(5, " "))  # expect:  5
print(format(-5, "=6"))  # expect: -    5
print(format(3, ".2f"))  # expect: 3.00
print(format(10 ** 25, ","))  # expect: 10,000,000,000,000,000,000,000,000
print(format(10 ** 6, "e"))  # expect: 1.000000e+06
print(format(7, "%"))  # expect: 700.000000%
print(hex(255), oct(8), bin(-5), hex(-255), str(-0), repr(10 ** 18))  # expect: 0xff 0o10 -0b101 -0xff 0 1000000000000000000
