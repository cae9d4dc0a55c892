"""Quoted-printable, the encoding of mail for text that is nearly ASCII."""

__all__ = ["encode", "decode", "encodestring", "decodestring"]

import binascii
from binascii import a2b_qp, b2a_qp

ESCAPE, MAXLINESIZE = b"=", 76
HEX = b"0123456789ABCDEF"


def encode(input, output, quotetabs, header=False):
    """Encode one open file into another; blanks are escaped if that is asked for, and in headers a space becomes _."""
    output.write(encodestring(input.read(), quotetabs, header))


def decode(input, output, header=False):
    """Decode one open file into another."""
    output.write(binascii.a2b_qp(input.read(), header=header))


def encodestring(s, quotetabs=False, header=False):
    """Bytes as quoted-printable."""
    return binascii.b2a_qp(s, quotetabs=quotetabs, header=header)


def decodestring(s, header=False):
    """The bytes that quoted-printable stands for."""
    return binascii.a2b_qp(s, header=header)


def ishex(c):
    """Whether a byte is a digit of base 16."""
    return c in b"0123456789abcdefABCDEF" and len(c) == 1


def unhex(s):
    """The number that digits of base 16 stand for."""
    return int(s, 16)


def quote(c):
    """The escape of a byte."""
    return b"=%02X" % ord(c)


def needsquoting(c, quotetabs, header):
    """Whether a byte is escaped."""
    if c in b" \t":
        return quotetabs
    if c == b"_":
        return header
    return c == ESCAPE or not b" " <= c <= b"~"


def main():
    """Encode or decode files: -d decodes, -t escapes blanks."""
    import getopt
    import sys
    try:
        options, names = getopt.getopt(sys.argv[1:], "td")
    except getopt.error as error:
        print(f"{error}\nusage: quopri [-t | -d] [file] ...", file=sys.stderr)
        sys.exit(2)
    chosen = {name for name, _ in options}
    status = 0
    for name in names or ["-"]:
        try:
            file = sys.stdin.buffer if name == "-" else open(name, "rb")
        except OSError as error:
            print(f"{name}: can't open ({error})", file=sys.stderr)
            status = 1
            continue
        data = file.read()
        if name != "-":
            file.close()
        sys.stdout.buffer.write(decodestring(data) if "-d" in chosen else encodestring(data, "-t" in chosen))
    sys.exit(status)


if __name__ == "__main__":
    main()
