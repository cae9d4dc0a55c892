# A key that raises leaves the list as a list.
a = [3, 0, 1]
try:
    a.sort(key=lambda x: 1 / x)
except ZeroDivisionError as error:
    print(error)  # expect: division by zero
print(a)  # expect: [3, 0, 1]
b = [3, 1, 2]
try:
    b.sort(key=lambda x: b.append(x))
except (ValueError, TypeError) as error:
    print(error)  # expect: '<' not supported between instances of 'NoneType' and 'NoneType'
