# An integer power is rounded as the context says, after work with more digits that is rounded half-even.
from decimal import *

MODES = [ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP]
PAIRS = [("1.1", "7"), ("-1.1", "7"), ("3", "-1"), ("-7", "-3"), ("12345", "3"), ("5", "4"), ("2.5", "3"), ("0.15", "2"),
         ("99999", "9"), ("9E+300", "9"), ("-9E+300", "9"), ("4", "-5000"), ("-3E-7", "151"), ("1.58E-150", "7"),
         ("0.5", "1E+30"), ("2", "1E+30"), ("2", "-1E+30"), ("10", "400"), ("1.000001", "123456789")]

for mode in MODES:
    for base, exponent in PAIRS:
        context = Context(prec=5, rounding=mode, Emin=-999, Emax=999, traps=[])
        power = context.power(Decimal(base), Decimal(exponent))
        flags = [flag.__name__ for flag in context.flags if context.flags[flag]]
        print(mode, base, exponent, power, *flags)
