# Nothing behind a dot.
x = a.
