"""Random programs, each made of a kind, a seed and a number: the same three give the same program.

`grammar` fills templates, `atoms` makes literals, `expressions` has the productions of the built-in types, and each of the
other modules writes programs about one part of the language. `KINDS` names what can be asked for.
"""
import ast
import random

from . import asynchronous, checks, histories, intrusions, language, layout
from .grammar import Grammar

#: What a kind of program is, and who writes it.
KINDS = {
    "types": ("expressions over the built-in types: operators, methods, built-in functions, wrong operands", checks.write),
    "language": ("statements, functions, classes, exceptions, generators, patterns", language.write),
    "containers": ("histories of sets, dictionaries, lists and bytearrays", histories.write),
    "intrusions": ("containers that their own items change while an operation is under way", intrusions.write),
    "async": ("tasks, sleeps, events, queues, locks, cancellation, async generators", asynchronous.write),
}


def program(kind, seed, number):
    """The text of one program."""
    for attempt in range(100):
        source = random.Random(f"{kind}:{seed}:{number}:{attempt}")
        text = KINDS[kind][1](Grammar(source))
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            continue
        if source.random() < 0.15:
            text = layout.rewrite(text, source)
        return text
    raise RuntimeError(f"{kind}:{seed}:{number} is never valid")
