"""The conventions of C."""
import locale

locale.setlocale(locale.LC_ALL, "C")
print(locale.setlocale(locale.LC_ALL), locale.getlocale(), locale.localeconv()["decimal_point"])  # expect: C (None, None) .
print(locale.setlocale(locale.LC_TIME, "C.UTF-8"), locale.getlocale(locale.LC_TIME))  # expect: C.UTF-8 ('C', 'UTF-8')
print(locale.format_string("%d %s %.2f %%", (1000000, "a", 3.5), grouping=True))  # expect: 1000000 a 3.50 %
print(locale.format_string("%(a)5d|", {"a": 3}), locale.str(3.0), locale.atof("3.5"), locale.atoi("12"))  # expect:     3| 3 3.5 12
print(locale.strcoll("a", "b") < 0, locale.strxfrm("ab"), locale.normalize("en_US.utf8"), locale.normalize("de"))
# expect: True ab en_US.UTF-8 de_DE.ISO8859-1
print(locale.nl_langinfo(locale.DAY_1), locale.nl_langinfo(locale.D_FMT), locale.nl_langinfo(locale.RADIXCHAR))  # expect: Sunday %m/%d/%y .
for wrong in [lambda: locale.setlocale(locale.LC_ALL, "xx_YY"), lambda: locale.currency(5), lambda: locale.setlocale(0, 5)]:
    try:
        wrong()
    except (locale.Error, ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: Error unsupported locale setting
# expect: ValueError Currency formatting is not possible using the 'C' locale.
# expect: TypeError Locale must be None, a string, or an iterable of two strings -- language code, encoding.
