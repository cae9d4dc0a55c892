# Properties with getter, setter and deleter.
class Celsius:
    def __init__(self, degrees):
        self._degrees = degrees
    @property
    def fahrenheit(self):
        "In the other scale."
        return self._degrees * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, value):
        self._degrees = (value - 32) * 5 / 9
    @property
    def fixed(self):
        return 1
c = Celsius(100)
print(c.fahrenheit)  # expect: 212.0
c.fahrenheit = 32
print(c._degrees)  # expect: 0.0
try:
    c.fixed = 2
except AttributeError as error:
    print(error)  # expect: property 'fixed' of 'Celsius' object has no setter
