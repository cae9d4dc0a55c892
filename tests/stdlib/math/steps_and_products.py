# A step to zero keeps its sign; products are summed exactly as long as there are only floats or only small integers.
import math
from fractions import Fraction

tiny = math.ulp(0.0)
print(math.nextafter(-tiny, 0.0), math.nextafter(tiny, -0.0), math.nextafter(-0.0, 0.0), math.nextafter(-3 * tiny, 1, steps=3))
print(math.sumprod((10, -5, 2147483648), (2**80, 1.5, 1.5)), math.sumprod((2**62, 2**62), (2, 2)))
print(math.sumprod([1e100, 1.0, -1e100], [1.0, 1.0, 1.0]), math.sumprod([0.5, 3, True], [2, 0.25, 4]))
for spec in ">0.2f", "X>0.2f", "06.1f", "^9", "006f", ".02f", ".000f", "00":
    try:
        print(repr(spec), format(Fraction(2, 3), spec))
    except ValueError as error:
        print(error)


class Odd(Fraction):
    class Numerator(int):
        def __ne__(self, other):
            raise AssertionError("not compared")

    @property
    def _numerator(self):
        return Odd.Numerator(1)

    @_numerator.setter
    def _numerator(self, value):
        pass


print(bool(Odd(1, 2)))
view = memoryview(b"abc")
told = hash(view)
view.release()
print(hash(view) == told)
