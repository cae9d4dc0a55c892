# A bad digit in an octal number.
x = 0o89
