# A hex number with a bad digit.
x = 0xZZ
