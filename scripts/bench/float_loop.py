"""Float arithmetic: the points of a Mandelbrot set, counted."""


def escape(x, y, limit):
    a = b = 0.0
    for n in range(limit):
        aa = a * a
        bb = b * b
        if aa + bb > 4.0:
            return n
        b = 2.0 * a * b + y
        a = aa - bb + x
    return limit


def count(width, height, limit):
    inside = 0
    for row in range(height):
        y = row / height * 2.4 - 1.2
        for column in range(width):
            x = column / width * 3.2 - 2.2
            if escape(x, y, limit) == limit:
                inside += 1
    return inside


print(count(320, 200, 160))
