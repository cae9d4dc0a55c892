"""The kinds of tokens, as numbers."""

__all__ = ["tok_name", "ISTERMINAL", "ISNONTERMINAL", "ISEOF"]

_NAMES = """
ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR ( RPAR ) LSQB [ RSQB ] COLON : COMMA , SEMI ; PLUS + MINUS -
STAR * SLASH / VBAR | AMPER & LESS < GREATER > EQUAL = DOT . PERCENT % LBRACE { RBRACE } EQEQUAL == NOTEQUAL !=
LESSEQUAL <= GREATEREQUAL >= TILDE ~ CIRCUMFLEX ^ LEFTSHIFT << RIGHTSHIFT >> DOUBLESTAR ** PLUSEQUAL += MINEQUAL -=
STAREQUAL *= SLASHEQUAL /= PERCENTEQUAL %= AMPEREQUAL &= VBAREQUAL |= CIRCUMFLEXEQUAL ^= LEFTSHIFTEQUAL <<=
RIGHTSHIFTEQUAL >>= DOUBLESTAREQUAL **= DOUBLESLASH // DOUBLESLASHEQUAL //= AT @ ATEQUAL @= RARROW -> ELLIPSIS ...
COLONEQUAL := EXCLAMATION ! OP TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD FSTRING_START FSTRING_MIDDLE FSTRING_END COMMENT NL
ERRORTOKEN ENCODING N_TOKENS
"""
tok_name = {}
EXACT_TOKEN_TYPES = {}


def _define():
    number = -1
    for word in _NAMES.split():
        if word[0].isalpha():
            number += 1
            globals()[word] = number
            tok_name[number] = word
        else:
            EXACT_TOKEN_TYPES[word] = number


_define()
NT_OFFSET = 256
tok_name[NT_OFFSET] = "NT_OFFSET"
__all__ += tok_name.values()
EXACT_TOKEN_TYPES = dict(sorted(EXACT_TOKEN_TYPES.items()))


def ISTERMINAL(x):
    """Whether a number is that of a token."""
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    """Whether a number is that of something made of tokens."""
    return x >= NT_OFFSET


def ISEOF(x):
    """Whether a number is that of the end."""
    return x == ENDMARKER
