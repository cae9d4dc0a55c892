"""The tables of RFC 3454, by which texts from the network are prepared: sets to ask for a character, and mappings.

The RFC speaks of Unicode 3.2, so its database is asked wherever a table is a property of characters.
"""

from unicodedata import ucd_3_2_0 as unicodedata

b1_set = {0xAD, 0x34F, 0x1806, *range(0x180B, 0x180E), *range(0x200B, 0x200E), 0x2060, *range(0xFE00, 0xFE10), 0xFEFF}
c22_specials = {0x6DD, 0x70F, 0x180E, 0x200C, 0x200D, 0x2028, 0x2029, *range(0x2060, 0x2064), *range(0x206A, 0x2070),
                0xFEFF, *range(0xFFF9, 0xFFFD), *range(0x1D173, 0x1D17B)}
c6_set = set(range(0xFFF9, 0xFFFE))
c7_set = set(range(0x2FF0, 0x2FFC))
c8_set = {0x340, 0x341, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x206A, 0x2070)}
c9_set = {0xE0001, *range(0xE0020, 0xE0080)}


def in_table_a1(code):
    """Whether Unicode 3.2 has assigned nothing there."""
    return unicodedata.category(code) == "Cn" and not in_table_c4(code)


def in_table_b1(code):
    """Whether a character is usually left out."""
    return ord(code) in b1_set


def map_table_b3(code):
    """What a character is compared as, without regard to case."""
    folded = _folded(code)
    if unicodedata.category(code) == "Cn":
        return folded
    return _settled(folded, _folded)


def map_table_b2(a):
    """What a character is compared as where texts are normalised (NFKC) too."""
    return _settled(map_table_b3(a), map_table_b3)


def _folded(character):
    """Case is folded as in Unicode 3.2, which knew neither later letters nor small ones of Cherokee."""
    if 0x13A0 <= ord(character) < 0x13F5 or unicodedata.category(character) == "Cn":
        return character.lower()
    return character.casefold()


def _settled(folded, fold):
    """The folded text, or one that normalising leaves folded."""
    normal = unicodedata.normalize("NFKC", folded)
    again = unicodedata.normalize("NFKC", "".join(map(fold, normal)))
    return folded if normal == again else again


def in_table_c11(code):
    """Whether it is the space of ASCII."""
    return code == " "


def in_table_c12(code):
    """Whether it is another space."""
    return in_table_c11_c12(code) and code != " "


def in_table_c11_c12(code):
    """Whether it is a space."""
    return unicodedata.category(code) == "Zs"


def in_table_c21(code):
    """Whether it is a control character of ASCII."""
    return ord(code) < 0x80 and unicodedata.category(code) == "Cc"


def in_table_c22(code):
    """Whether it controls something, and is not of ASCII."""
    return ord(code) in c22_specials or ord(code) >= 0x80 and unicodedata.category(code) == "Cc"


def in_table_c21_c22(code):
    """Whether it controls something."""
    return in_table_c21(code) or in_table_c22(code)


def in_table_c3(code):
    """Whether its use is private."""
    return unicodedata.category(code) == "Co"


def in_table_c4(code):
    """Whether it is for ever no character."""
    place = ord(code)
    return 0xFDD0 <= place < 0xFDF0 or place & 0xFFFE == 0xFFFE


def in_table_c5(code):
    """Whether it is a surrogate."""
    return unicodedata.category(code) == "Cs"


def in_table_c6(code):
    """Whether it has no place in plain text."""
    return ord(code) in c6_set


def in_table_c7(code):
    """Whether it describes an ideograph."""
    return ord(code) in c7_set


def in_table_c8(code):
    """Whether it changes the display, or is better not used."""
    return ord(code) in c8_set


def in_table_c9(code):
    """Whether it tags text."""
    return ord(code) in c9_set


def in_table_d1(code):
    """Whether it is written from right to left."""
    return unicodedata.bidirectional(code) in ("R", "AL")


def in_table_d2(code):
    """Whether it is written from left to right."""
    return unicodedata.bidirectional(code) == "L"
