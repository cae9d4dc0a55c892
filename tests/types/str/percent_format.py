# Formatting with %.
print("%s and %s" % ("a", 1))  # expect: a and 1
print("%d%%" % 50)  # expect: 50%
print("%5d|%-5d|%05d" % (1, 2, 3))  # expect:     1|2    |00003
print("%x %o %X %#x" % (255, 8, 255, 255))  # expect: ff 10 FF 0xff
print("%r %a" % ("é", "é"))  # expect: 'é' '\xe9'
print("%(a)s %(b)d" % {"a": 1, "b": 2})  # expect: 1 2
print("%c%c" % (65, "b"))  # expect: Ab
print("%+d % d" % (5, 5))  # expect: +5  5
print("%.3s|" % "abcdef")  # expect: abc|
print("%*d" % (5, 3))  # expect:     3
print("%s" % [1])  # expect: [1]
print("%s" % (None,))  # expect: None
print("%i" % 3.7)  # expect: 3
for f in (
    lambda: "%d" % "a",
    lambda: "%s %s" % 1,
    lambda: "%s" % (1, 2),
    lambda: "%z" % 1,
    lambda: "%(a)s" % {},
    lambda: "%" % 1,
    lambda: "%(a)s" % 1,
):
    try:
        f()
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
        # expect: TypeError %d format: a real number is required, not str
        # expect: TypeError not enough arguments for format string
        # expect: TypeError not all arguments converted during string formatting
        # expect: ValueError unsupported format character 'z' (0x7a) at index 1
        # expect: KeyError 'a'
        # expect: ValueError incomplete format
        # expect: TypeError format requires a mapping
