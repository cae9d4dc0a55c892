# A class may inherit from list.
class Stack(list):
    def push(self, x):
        self.append(x)
        return self
s = Stack([1]).push(2).push(3)
print(s)  # expect: [1, 2, 3]
print(len(s))  # expect: 3
print(s[-1])  # expect: 3
print(isinstance(s, list))  # expect: True
print(type(s).__name__)  # expect: Stack
print(s == [1, 2, 3])  # expect: True
print(s + [4])  # expect: [1, 2, 3, 4]
print(type(s[:1]).__name__)  # expect: list
