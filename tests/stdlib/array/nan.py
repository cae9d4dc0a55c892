# An array makes its items anew, so that a nan in it equals nothing, not even itself.
from array import array

nan = float("nan")
for code in "fd":
    a, b = array(code, [1, nan, 2]), array(code, [1, nan, 3])
    item = a[1]
    print(a == a, a != a, a < a, a <= a, a > a, a >= a)
    print(a == b, a != b, a < b, b < a)
    print(item in a, nan in a, a.count(item), a.count(nan), 2 in a, a.index(2))
    for method in (a.index, a.remove):
        try:
            method(item)
        except ValueError as error:
            print(error)
    print(array(code) == array(code), array(code, [0.0]) == array(code, [-0.0]))
