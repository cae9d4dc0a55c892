# complex() of texts and numbers.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(complex("1+2j"), complex(" ( 1-2j ) "), complex("j"), complex("-j"), complex("1e3"))  # expect: (1+2j) (1-2j) 1j -1j (1000+0j)
print(complex("1e5-1e-5j"), complex("nan+infj"), complex("1_0j"), complex(".5j"))  # expect: (100000-1e-05j) (nan+infj) 10j 0.5j
attempt(lambda: complex("1 + 2j"))  # expect: ValueError: complex() arg is a malformed string
attempt(lambda: complex(""))  # expect: ValueError: complex() arg is a malformed string
attempt(lambda: complex("1+2"))  # expect: ValueError: complex() arg is a malformed string
attempt(lambda: complex("(1+2j"))  # expect: ValueError: complex() arg is a malformed string
attempt(lambda: complex("_1j"))  # expect: ValueError: could not convert string to complex: '_1j'
attempt(lambda: complex("1", 2))  # expect: TypeError: complex() can't take second arg if first is a string
attempt(lambda: complex(1, "2"))  # expect: TypeError: complex() second arg can't be a string
attempt(lambda: complex([]))  # expect: TypeError: complex() first argument must be a string or a number, not 'list'
attempt(lambda: complex(1, None))  # expect: TypeError: complex() second argument must be a number, not 'NoneType'
print(complex(), complex(1, 2), complex(1j, 2j), complex(real=1, imag=-0.0))  # expect: 0j (1+2j) (-2+1j) (1-0j)
