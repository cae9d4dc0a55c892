# Functions call themselves and each other.
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

def even(n):
    return n == 0 or odd(n - 1)

def odd(n):
    return n != 0 and even(n - 1)

print(factorial(20))  # expect: 2432902008176640000
print(factorial(30))  # expect: 265252859812191058636308480000000
print(even(100), odd(7))  # expect: True True
