# Splitting on whitespace and on a separator.
print(" a  b c ".split())  # expect: ['a', 'b', 'c']
print("a,b,,c".split(","))  # expect: ['a', 'b', '', 'c']
print("a b c d".split(None, 2))  # expect: ['a', 'b', 'c d']
print("a,b,c".split(",", 1))  # expect: ['a', 'b,c']
print("".split())  # expect: []
print("".split(","))  # expect: ['']
print("a--b--c".rsplit("--", 1))  # expect: ['a--b', 'c']
print("  x  y ".rsplit(None, 1))  # expect: ['  x', 'y']
print("abc".split("x"))  # expect: ['abc']
print("a\u2003b\tc\n".split())  # expect: ['a', 'b', 'c']
print("  a  b  ".split(maxsplit=1))  # expect: ['a', 'b  ']
print("one\ntwo\r\nthree\n".splitlines())  # expect: ['one', 'two', 'three']
print("a\nb".splitlines(True))  # expect: ['a\n', 'b']
print("".splitlines())  # expect: []
print("a\x0bb\u2028c".splitlines())  # expect: ['a', 'b', 'c']
print("a=b=c".partition("="))  # expect: ('a', '=', 'b=c')
print("a=b=c".rpartition("="))  # expect: ('a=b', '=', 'c')
print("x".partition("="))  # expect: ('x', '', '')
print("x".rpartition("="))  # expect: ('', '', 'x')
for f in (lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(1)):
    try:
        f()
    except (ValueError, TypeError) as error:
        print(error)
        # expect: empty separator
        # expect: empty separator
        # expect: must be str or None, not int
