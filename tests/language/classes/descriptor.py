# A descriptor decides about get and set.
class Positive:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, 0)
    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name} must not be negative")
        instance.__dict__[self.name] = value
class Account:
    balance = Positive()
a = Account()
print(a.balance)  # expect: 0
a.balance = 5
print(a.balance, Account.balance.name)  # expect: 5 balance
try:
    a.balance = -1
except ValueError as error:
    print(error)  # expect: balance must not be negative
