# The shortest text that reads back.
print(0.1)  # expect: 0.1
print(0.1 + 0.2)  # expect: 0.30000000000000004
print(1e16)  # expect: 1e+16
print(1e15)  # expect: 1000000000000000.0
print(123456789012345680.0)  # expect: 1.2345678901234568e+17
print(1e-4)  # expect: 0.0001
print(1e-5)  # expect: 1e-05
print(1.0)  # expect: 1.0
print(-0.0)  # expect: -0.0
print(1.5e300)  # expect: 1.5e+300
print(5e-324)  # expect: 5e-324
print(1.7976931348623157e308)  # expect: 1.7976931348623157e+308
print(2.5)  # expect: 2.5
print(100.0)  # expect: 100.0
print(1e22)  # expect: 1e+22
print(1e21)  # expect: 1e+21
print(0.00001234)  # expect: 1.234e-05
print(3.0e-10)  # expect: 3e-10
print(float("inf"))  # expect: inf
print(float("-inf"))  # expect: -inf
print(float("nan"))  # expect: nan
print([1e100])  # expect: [1e+100]
print(str(2.0))  # expect: 2.0
print(repr(1 / 3))  # expect: 0.3333333333333333
