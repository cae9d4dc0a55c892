class Real(float):
    def __float__(self):
        return 5


class Both:
    def __complex__(self):
        return 3 + 4j


class Half:
    def __float__(self):
        return 2.5


def said(*args):
    try:
        print(complex(*args))
    except TypeError as e:
        print(e)


said(Both(), Half())  # expect: (3+6.5j)
said(1, Both())  # expect: complex() second argument must be a number, not 'Both'
said(Real(1))  # expect: Real.__float__ returned non-float (type int)
said(Real(1), None)  # expect: complex() second argument must be a number, not 'NoneType'
