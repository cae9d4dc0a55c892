# A spec may hold fields.
width, precision, x = 10, 3, 2.718281828
print(f"{x:{width}.{precision}}|")  # expect:       2.72|
print(f"{x:{width}.{precision}f}|")  # expect:      2.718|
print(f"{'a':{'*'}^{width}}|")  # expect: ****a*****|
print(f"{x:{'0' + str(width)}}")  # expect: 2.718281828
