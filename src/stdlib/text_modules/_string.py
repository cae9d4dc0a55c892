"""How formats are taken apart."""

import string


def formatter_parser(text, /):
    """The pieces of a format: text, field name, specification, conversion."""
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    return iter(string._parse(text))


def formatter_field_name_split(name, /):
    """What a field name begins with, and the attributes and keys behind it."""
    if not isinstance(name, str):
        raise TypeError(f"expected str, got {type(name).__name__}")
    return string._split_field(name)
