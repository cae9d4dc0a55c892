"""Templates with holes, filled at random.

A production is a piece of source text in which `$kind` stands for an expression of that kind (`$int + $int`), and `$kind!`
for one that is never of another kind. The other holes are, now and then, filled with an expression of a kind that does
not belong there: what an operator says of wrong operands is compared too.
"""
import ast
import functools
import re

from . import atoms, expressions

HOLE = re.compile(r"\$([a-z_]+)(!?)")
#: What may stand beside an operator without parentheses.
PLAIN_OPERANDS = (ast.BinOp, ast.Compare, ast.BoolOp)
PRIMARIES = (ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.List, ast.Dict, ast.Set, ast.Tuple, ast.JoinedStr,
             ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
WRONG = ["int", "float", "complex", "bool", "str", "bytes", "bytearray", "list", "tuple", "dict", "set", "frozenset",
         "range", "slice", "none", "callable", "type", "iterator", "object"]
#: Kinds of numbers that must stay small: as lengths, exponents and the like.
BOUNDED = {"small", "index", "base"}


@functools.cache
def shape(template):
    """The class of the syntax tree's node that a template makes, and whether it binds closest."""
    text = re.sub(r"(?<![\w)])\byield\b|\bawait\b", "", HOLE.sub("x", template))
    try:
        node = ast.parse(text.strip(), mode="eval").body
    except SyntaxError:
        return ast.Lambda, False
    if isinstance(node, ast.Constant):
        return ast.Constant, not (isinstance(node.value, (int, float, complex)) and text.startswith("-"))
    if isinstance(node, ast.Tuple):
        return ast.Tuple, text.startswith("(")
    return type(node), isinstance(node, PRIMARIES) and "await" not in template


class Grammar:
    """The choices of one program: its randomness, and the names that stand for values of each kind."""

    def __init__(self, source):
        self.random = source
        self.names = {}
        self.noise = source.choice([0, 0.02, 0.05, 0.12])
        self.extra = {}

    def one_of(self, choices):
        return self.random.choice(choices)

    def maybe(self, share):
        return self.random.random() < share

    def expression(self, kind, depth=2):
        """An expression of a kind, with at most `depth` productions inside one another."""
        return self.parsed(kind, depth)[0]

    def parsed(self, kind, depth):
        """An expression with the class of its node and whether it binds closest."""
        names = self.names.get(kind)
        if names and self.maybe(0.4):
            return self.one_of(names), ast.Name, True
        if kind == "any":
            return self.parsed(self.one_of(WRONG), depth)
        productions = expressions.PRODUCTIONS.get(kind, []) + self.extra.get(kind, [])
        if depth <= 0 or not productions or self.maybe(0.2):
            if make := atoms.ATOMS.get(kind):
                text = make(self.random)
                return text, *shape(text)
            if not productions:
                raise KeyError(kind)
        template = self.one_of(productions)
        return self.fill(template, depth - 1), *shape(template)

    def fill(self, template, depth=2):
        """A template with each hole filled."""
        def filled(match):
            kind, exact = match.groups()
            if not exact and self.maybe(self.noise):
                kind = self.one_of(WRONG[1:] if kind in BOUNDED else WRONG)
            text, node, primary = self.parsed(kind, depth)
            before = template[:match.start()].rstrip()[-1:]
            after = template[match.end():].lstrip()[:1]
            if primary:
                return f"({text})" if after == "." and node is ast.Constant and text[0].isdigit() else text
            if before in set("([{,:=") and after in set(")]},:"):
                return text
            if issubclass(node, PLAIN_OPERANDS) and after != "." and after not in set("([") and self.maybe(0.3):
                return text
            return f"({text})"
        return HOLE.sub(filled, template)
