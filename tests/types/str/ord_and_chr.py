# ord() and chr().
print(ord("a"))  # expect: 97
print(ord("é"))  # expect: 233
print(ord("😀"))  # expect: 128512
print(chr(97))  # expect: a
print(chr(8364))  # expect: €
print(chr(0x1F600))  # expect: 😀
print(ord(b"a"))  # expect: 97
for f in (
    lambda: ord("ab"),
    lambda: ord(""),
    lambda: chr(-1),
    lambda: chr(0x110000),
    lambda: ord(5),
):
    try:
        f()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
        # expect: TypeError ord() expected a character, but string of length 2 found
        # expect: TypeError ord() expected a character, but string of length 0 found
        # expect: ValueError chr() arg not in range(0x110000)
        # expect: ValueError chr() arg not in range(0x110000)
        # expect: TypeError ord() expected string of length 1, but int found
