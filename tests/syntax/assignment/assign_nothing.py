# Nothing behind an equals sign.
x =
