# Powers, with a modulus, negative and huge.
print(pow(2, 10))  # expect: 1024
print(pow(3, -1))  # expect: 0.3333333333333333
print(pow(3, 4, 5))  # expect: 1
print(pow(3, -1, 7))  # expect: 5
print(pow(2, 1000, 10 ** 9 + 7))  # expect: 688423210
print((-2) ** 3)  # expect: -8
print((-8) ** 2)  # expect: 64
print((-2) ** -2)  # expect: 0.25
print(0 ** 5)  # expect: 0
print(pow(2, 0.5) > 1.414, (-1) ** 2, 10 ** 25)  # expect: True 1 10000000000000000000000000
for args in ((2, 3, 0), (2, -1, 4), (2.0, 3, 5)):
    try:
        pow(*args)
    except (ValueError, TypeError) as error:
        print(error)
        # expect: pow() 3rd argument cannot be 0
        # expect: base is not invertible for the given modulus
        # expect: pow() 3rd argument not allowed unless all arguments are integers
