"""Other names of encodings, in lower case with underscores: each names the module of its codec."""

import _codecs

aliases = {
    **{alias: names[0] for names in _codecs.names_of_tables() for alias in names[1:]},
    **dict.fromkeys(("646", "ansi_x3.4_1968", "ansi_x3_4_1968", "ansi_x3.4_1986", "cp367", "csascii", "ibm367",
                     "iso646_us", "iso_646.irv_1991", "iso_ir_6", "us", "us_ascii"), "ascii"),
    **dict.fromkeys(("8859", "cp819", "csisolatin1", "ibm819", "iso8859", "iso8859_1", "iso_8859_1",
                     "iso_8859_1_1987", "iso_ir_100", "l1", "latin", "latin1"), "latin_1"),
    **dict.fromkeys(("base64", "base_64"), "base64_codec"),
    "bz2": "bz2_codec",
    "hex": "hex_codec",
    **dict.fromkeys(("quopri", "quoted_printable", "quotedprintable"), "quopri_codec"),
    "rot13": "rot_13",
    "uu": "uu_codec",
    **dict.fromkeys(("u7", "utf7", "unicode_1_1_utf_7"), "utf_7"),
    **dict.fromkeys(("u8", "utf", "utf8", "utf8_ucs2", "utf8_ucs4", "cp65001"), "utf_8"),
    **dict.fromkeys(("u16", "utf16"), "utf_16"),
    **dict.fromkeys(("unicodebigunmarked", "utf_16be"), "utf_16_be"),
    **dict.fromkeys(("unicodelittleunmarked", "utf_16le"), "utf_16_le"),
    **dict.fromkeys(("u32", "utf32"), "utf_32"),
    "utf_32be": "utf_32_be",
    "utf_32le": "utf_32_le",
    **dict.fromkeys(("zip", "zlib"), "zlib_codec"),
}
