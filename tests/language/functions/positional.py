# Positional parameters are bound in order.
def area(width, height):
    return width * height

print(area(3, 4))  # expect: 12
print(area.__name__)  # expect: area
print(area(height=2, width=10))  # expect: 20
print(area(3, height=5))  # expect: 15
