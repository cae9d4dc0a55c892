# A bad digit in a binary number.
x = 0b12
