# An import as an expression.
import a as b.c
