"""Programs of one expression after another over the built-in types, each shown with its type or its error."""

KINDS = ["int", "float", "complex", "bool", "str", "str", "str", "bytes", "bytearray", "ints", "strs", "list", "list", "tuple",
    "dict", "set", "frozenset",
         "range", "slice", "type", "item", "item", "item", "item"]
SHOW = '''def show(n, f):
    try:
        r = f()
    except Exception as e:
        print(n, type(e).__name__, e, e.args if len(e.args) != 1 else '')
    else:
        print(n, type(r).__name__, repr(r).split(' at 0x')[0][:400])
'''


def write(grammar):
    """A dozen variables, then checks."""
    lines = [SHOW]
    for kind in grammar.random.sample(["int", "float", "str", "bytes", "list", "ints", "strs", "tuple", "dict", "set",
        "bytearray", "complex"], 5):
        name = f"{kind}_a"
        lines += [f"{name} = {grammar.expression(kind, 0)}"]
        grammar.names[kind] = [name]
    for number in range(grammar.random.randint(12, 24)):
        kind = grammar.one_of(KINDS)
        text = grammar.expression(kind, grammar.one_of([1, 1, 1, 2, 2, 3]))
        lines.append(f"show({number}, lambda: {text})" if grammar.maybe(0.85) else
                     f"try:\n    print({number}, {text})\nexcept Exception as e:\n    print({number}, repr(e))")
    if grammar.maybe(0.1):
        lines.append(f"print({grammar.expression('item', 2)})")
    return "\n".join(lines) + "\n"
