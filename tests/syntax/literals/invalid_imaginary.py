# A name right behind an imaginary number.
x = 1jx
