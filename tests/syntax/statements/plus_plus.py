# Nothing behind an operator.
a++
