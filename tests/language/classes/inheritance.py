# Methods are inherited, overridden, and reached by super().
class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f"{self.name} makes a sound"
class Dog(Animal):
    def __init__(self, name, trick):
        super().__init__(name)
        self.trick = trick
    def speak(self):
        return super().speak() + ": woof, then " + self.trick
d = Dog("Rex", "roll")
print(d.speak())  # expect: Rex makes a sound: woof, then roll
print(isinstance(d, Animal))  # expect: True
print(issubclass(Dog, Animal))  # expect: True
print(issubclass(Animal, Dog))  # expect: False
print(Dog.__bases__)  # expect: (<class '__main__.Animal'>,)
print(Dog.__mro__)  # expect: (<class '__main__.Dog'>, <class '__main__.Animal'>, <class 'object'>)
