# Names with two underscores are mangled.
class C:
    __secret = 1
    def get(self):
        return self.__secret
print(C().get(), C._C__secret)  # expect: 1 1
try:
    C.__secret
except AttributeError as error:
    print(error)  # expect: type object 'C' has no attribute '__secret'
