# float() of text.
print(float("1.5"))  # expect: 1.5
print(float(" -2e3 "))  # expect: -2000.0
print(float("inf"))  # expect: inf
print(float("-Infinity"))  # expect: -inf
print(float("nan"))  # expect: nan
print(float("1_0.5"))  # expect: 10.5
print(float(".5"))  # expect: 0.5
print(float("5."))  # expect: 5.0
print(float())  # expect: 0.0
print(float("1e400"))  # expect: inf
print(float("1e-400"))  # expect: 0.0
for text in ("", "abc", "1.5.2", "1e", "0x10", "1__0", "-"):
    try:
        float(text)
    except ValueError as error:
        print(error)
        # expect: could not convert string to float: ''
        # expect: could not convert string to float: 'abc'
        # expect: could not convert string to float: '1.5.2'
        # expect: could not convert string to float: '1e'
        # expect: could not convert string to float: '0x10'
        # expect: could not convert string to float: '1__0'
        # expect: could not convert string to float: '-'
try:
    float([])
except TypeError as error:
    print(error)  # expect: float() argument must be a string or a real number, not 'list'
