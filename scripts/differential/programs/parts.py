"""Shorter sections: calls and their errors, patterns, unpacking, scopes, comprehensions, groups, recursion, sorting, chained tracebacks."""


def calls(grammar, number):
    """A function with parameters of all kinds, called in ways that fit and ways that do not."""
    random = grammar.random
    names = random.sample(["a", "b", "c", "d", "e"], random.randint(0, 4))
    split, only = random.randint(0, len(names)), random.randint(0, len(names))
    parts, default = [], False
    for at, name in enumerate(names):
        if at == split and random.random() < 0.8:
            parts.append("*" if random.random() < 0.5 else "*args")
            default = False
        default = default or random.random() < 0.3
        annotation = random.choice(["", "", ": int"])
        parts.append(name + annotation + (f" = {grammar.expression('item', 0)}" if default else ""))
        if at == only and at < split and random.random() < 0.5 and "/" not in parts:
            parts.append("/")
        if at >= split:
            default = False
    if random.random() < 0.3:
        parts.append("**kw")
    shape = ", ".join(parts)
    shown = ", ".join(names) + ("," if names else "")
    kind = random.choice(["def", "def", "method", "lambda", "class", "static"])
    extra = (", args" if "*args" in parts else "") + (", kw" if "**kw" in parts else "")
    shown = f"({shown}{extra.lstrip(', ') if not names else extra[1:]})" if names or not extra else f"({extra.lstrip(', ')},)"
    if kind == "def":
        lines, name = [f"def call{number}({shape}): return {shown}"], f"call{number}"
    elif kind == "lambda":
        lines, name = [f"call{number} = lambda {shape.replace(': int', '')}: {shown}"], f"call{number}"
    else:
        wrap = "@staticmethod\n    " if kind == "static" else ""
        first = "" if kind == "static" else "self" + (", " if shape else "")
        method = "__init__" if kind == "class" else "go"
        body = f"self.r = {shown}" if kind == "class" else f"return {shown}"
        lines = [f"class Call{number}:", f"    {wrap}def {method}({first}{shape}): {body}"]
        name = f"vars(Call{number}(" if kind == "class" else f"Call{number}().go"
    for _ in range(random.randint(4, 9)):
        given = [str(at) for at in range(random.randint(0, 5))]
        given += random.choice([[], [], ["*[7, 8]"], ["*(9,)"], ["*'xy'"], ["*5"], ["*None"]])
        given += [f"{key}={random.randint(10, 20)}"
            for key in random.sample(["a", "b", "c", "d", "e", "zz", "kw", "args", "self"], random.choice([0, 0, 1, 1, 2, 3]))]
        given += random.choice([[], [], [], ["**{'a': 5}"], ["**{'b': 6, 'q': 7}"], ["**{1: 2}"], ["**5"], ["**[('a', 1)]"],
            ["**{}"]])
        inside = ", ".join(given)
        lines.append(f"show(lambda: {name}({inside}){')' if kind == 'class' else ''})" if kind != "class"
            else f"show(lambda: {name}{inside})))")
    if kind in ("def", "lambda"):
        lines.append(f"show(lambda: ({name}.__defaults__, {name}.__kwdefaults__, {name}.__name__, {name}.__code__.co_varnames, {name}.__code__.co_argcount, {name}.__annotations__))")
    return lines


def pattern(grammar, depth=2, names=None):
    """A pattern; each name is bound once."""
    random, names = grammar.random, names if names is not None else iter("abcdefghijklmnop")
    def name():
        return next(names, "_")
    def sub():
        return pattern(grammar, depth - 1, names)
    leaves = [lambda: str(random.choice([0, 1, -1, 2.5, "1+2j", "-3-1j"])),
        lambda: random.choice(["'ab'", "b'x'", "None", "True", "False", "_", "'a' 'b'"]), name, name,
        lambda: random.choice(["Pt.ORIGIN", "Color.RED"])]
    if depth <= 0:
        return random.choice(leaves)()
    nested = [lambda: f"[{', '.join(sub() for _ in range(random.randint(0, 3)))}]",
        lambda: f"[{sub()}, *{random.choice(['_', name()])}]", lambda: f"(*{name()}, {sub()})", lambda: f"[{sub()}, *_, {sub()}]",
              lambda: "{" + ", ".join(f"{key}: {sub()}" for key in random.sample(["'k'", "1", "None", "'z'", "-1"],
                  random.randint(1, 2))) + random.choice(["", f", **{name()}"]) + "}", lambda: "{}",
              lambda: f"Pt({sub()}, {sub()})", lambda: f"Pt(x={sub()})", lambda: f"Pt({sub()}, y={sub()})",
                  lambda: f"{random.choice(['int', 'str', 'float', 'list', 'tuple', 'dict', 'bytes', 'bool'])}({random.choice(['', '', sub()])})",
              lambda: f"({sub()} as {name()})",
                  lambda: " | ".join(random.choice(["1", "'ab'", "[1, _]", "int()", "None", "{'k': 1}", "Pt()", "(2, 3)"])
                  for _ in range(random.randint(2, 3))), lambda: f"Bad({sub()})", lambda: f"({sub()})", lambda: f"Sub({sub()})",
                  lambda: f"Sub(zz={sub()})"]
    return random.choice(nested + leaves[:2])()


def matching(grammar, number):
    """A function with random cases, given random subjects."""
    random = grammar.random
    lines = ["class Pt:", "    __match_args__ = ('x', 'y')", "    ORIGIN = 0",
        "    def __init__(self, x, y): self.x, self.y = x, y", "    def __repr__(self): return f'Pt({self.x},{self.y})'",
        "class Color: RED = 'ab'",
             f"class Bad: __match_args__ = {random.choice(['5', '(1,)', '[`x`]', '()', '(`x`, `x`)', '(`zz`,)']).replace('`', chr(39))}", "class Sub(Pt): pass", f"def match{number}(s):", "    match s:"]
    for at in range(random.randint(2, 6)):
        guard = random.choice(["", "", "", " if s", " if t(1, 0)", " if t(2, 1)"])
        lines += [f"        case {pattern(grammar)}{guard}: return {at}, {{k: v for k, v in locals().items() if k != 's'}}"]
    for _ in range(random.randint(4, 9)):
        subject = random.choice(["0", "1", "-1", "True", "2.5", "'ab'", "b'x'", "None", "[]", "[1]", "[1, 2]", "(1, 2, 3)",
            "{'k': 1}", "{1: 2, None: 3, 'z': 4}", "Pt(0, 1)", "Pt([1], {'k': 2})", "[[1, 2], 3]", "range(3)", "'a'", "{}",
            "Bad()", "Sub(1, 2)", "bytearray(b'x')", "1+2j", "(Pt(1, 2), [0])", "{'k': [1, 2]}", "set()", "iter([1])", "object"])
        lines.append(f"show(lambda: match{number}({subject}))")
    return lines


def unpacking(grammar, number):
    """Targets of every shape, given values that fit or do not."""
    random, lines = grammar.random, []
    def target(depth, names):
        parts = []
        for _ in range(random.randint(1, 4)):
            parts.append(target(depth - 1, names) if depth and random.random() < 0.3 else next(names))
        if random.random() < 0.5:
            at = random.randrange(len(parts))
            if parts[at][0] not in "[(":
                parts[at] = "*" + parts[at]
        return random.choice(["[{}]", "({})"]).format(", ".join(parts) + ("," if len(parts) == 1 else ""))
    for _ in range(random.randint(3, 7)):
        names = iter([f"v{at}" for at in range(40)])
        text = target(2, names)
        used = int(next(names)[1:])
        value = random.choice([grammar.expression("list", 1), grammar.expression("tuple", 1), "[1, [2, 3], 'ab', (4, 5)]",
            "'abcd'", "[[1], [2]]", "{1: 2, 3: 4}", "range(3)", "(1, (2, (3, 4)))", "iter([1, 2, 3])", "5", "None",
            "[[1, 2], [3]]", grammar.expression("item", 1)])
        shown = ", ".join(f"v{at}" for at in range(used)) + ","
        how = random.choice(["try:\n    {t} = {v}\n    print({s})", "try:\n    for {t} in [{v}, [1, 2]]: print({s})",
            "try:\n    print([({s}) for {t} in [{v}]])", "try:\n    with C(1) as {t}: print({s})"])
        lines.append(how.format(t=text, v=value, s=shown) + "\nexcept Exception as e:\n    print(type(e).__name__, e)")
    return lines


def scopes(grammar, number):
    """Names that are bound, unbound and deleted in functions inside classes inside functions."""
    random = grammar.random
    def body(depth):
        lines = []
        for _ in range(random.randint(2, 5)):
            name = random.choice("xyz")
            roll = random.random()
            if roll < 0.25:
                lines.append(f"{name} = {random.randint(0, 9)}")
            elif roll < 0.5:
                lines.append(f"show(lambda: {name})" if random.random() < 0.5 else f"print('{name}', {name}, end=' ')")
            elif roll < 0.57:
                lines.append(f"del {name}")
            elif roll < 0.65:
                # The name is bound in the function as well: the reference loses that of a scope around it otherwise.
                lines += [f"{name} = 8", f"print([{name} + {random.choice('xyz')} for {name} in range(2)], end=' ')"]
            elif roll < 0.7:
                lines.append(f"print(sorted(q for q in locals() if q in 'xyz'), end=' ')")
            elif roll < 0.75:
                lines.append(f"print(({name} := {random.randint(0, 9)}) + 1, end=' ')")
            elif roll < 0.8:
                lines += ["try: 1 // 0", f"except ZeroDivisionError as {name}: pass"]
            elif roll < 0.84:
                lines.append(f"for {name} in range(2): pass")
            elif depth and roll < 0.93:
                declared = random.choice(["", "", f"    nonlocal {random.choice('xyz')}", f"    global {random.choice('xyz')}"])
                lines += [f"def g{depth}({random.choice(['', 'x=1', 'y=2'])}):", *([declared] if declared else []),
                    *("    " + line for line in body(depth - 1)), f"g{depth}()"]
            elif depth:
                lines += [f"class K{depth}:", *("    " + line for line in body(depth - 1)),
                    f"    def m(self): print({random.choice(['x', 'y', '__class__.__name__', 'self.x'])}, end=' ')",
                    f"show(lambda: K{depth}().m())"]
        return lines or ["pass"]
    return ["x, y = 'gx', 'gy'", f"def scope{number}():",
        *("    " + line for line in ["x = y = z = 1"] * random.randint(0, 1) + body(3)), f"show(scope{number})",
        f"show(lambda: exec({random.choice(['`x = 5; print(x)`', '`def k(): return x`', '`print(y)`', '`del x`', '`nonlocal x`', '`return`'])!r}))".replace("`", "")]


def comprehension(grammar, number):
    """Comprehensions inside one another, with printed steps."""
    random = grammar.random
    def made(depth, names):
        open, close = random.choice([("[", "]"), ("{", "}"), ("list(", ")"), ("sum([", "][:0])"), ("(*(", "),)")])
        fresh = random.choice("abc")
        inside = names + [fresh]
        element = made(depth - 1, inside) if depth and random.random() < 0.4 else random.choice([f"t(1, {random.choice(inside)})",
            f"{random.choice(inside)}", f"(lambda: {random.choice(inside)})()", f"(w := {fresh})", f"str({fresh})", "1"])
        source = random.choice(["range(3)", "t(2, (1, 2))", "'ab'", f"[{names[-1]}]", "O(2)", "(0, 1, 5)", "t(3, [])"])
        clauses = f"for {fresh} in {source}"
        for _ in range(random.choice([0, 0, 1, 1, 2])):
            clauses += random.choice([f" if t(4, {random.choice(inside)})", f" for d in t(5, [{fresh}, 1])", f" if {fresh} != 1",
                f" if (u := {fresh})", " if not t(6)"])
        return f"{open}{element} {clauses}{close}"
    lines = ["x = 1"]
    for _ in range(random.randint(2, 4)):
        lines.append(f"show(lambda: {made(2, ['x'])})")
    lines += ["class Holder:", "    x = 4", f"    try: y = {made(1, ['x'])}",
        "    except Exception as e: print(type(e).__name__, e)"]
    return lines


def groups(grammar, number):
    """Exception groups: trees of them, split, derived, handled in parts, raised again."""
    random = grammar.random
    def tree(depth):
        inside = ", ".join(tree(depth - 1) if depth and random.random() < 0.4
            else random.choice(["E1(1)", "E2(2)", "KeyError('k')", "ValueError('v')", "OSError(2, 'no')", "TypeError()"])
            for _ in range(random.randint(1, 3)))
        return f"ExceptionGroup('g{random.randint(0, 9)}', [{inside}])"
    lines = [f"def raising{number}():"]
    lines += ["    try:",
        "        " + random.choice([f"raise {tree(2)}", f"raise {tree(1)} from E1('cause')", "raise E2('bare')",
        f"try: 1 // 0\n        finally: raise {tree(1)}"])]
    for kind in random.sample(["E1", "E2", "KeyError", "(ValueError, TypeError)", "OSError", "Exception", "BaseException"],
        random.randint(1, 3)):
        lines += [f"    except* {kind} as x:", "        print(type(x).__name__, x, x.exceptions, end=' ')"]
        lines += random.choice([[], [], ["        raise"], ["        raise E1('new')"], ["        raise x"],
            ["        raise E2('from') from x"], ["        1 // 0"]])
    lines += random.choice([[], ["    else: t(1)"], ["    finally: t(2)"], ["    else: t(3)", "    finally: t(4)"]])
    lines += [f"show(raising{number})", f"e = {tree(2)}"]
    for _ in range(random.randint(2, 4)):
        lines.append(f"show(lambda: {random.choice(['e.split(E1)', 'e.subgroup(KeyError)', 'e.subgroup(lambda x: isinstance(x, E2))', 'e.derive([E1(3)])', 'e.split((E1, OSError))', 'e.message', 'e.exceptions', 'str(e)', 'repr(e)', 'ExceptionGroup(1, [])', 'ExceptionGroup(`m`, [])', 'ExceptionGroup(`m`, [1])', 'ExceptionGroup(`m`, [KeyboardInterrupt()])', 'BaseExceptionGroup(`m`, [E1()])', 'e.split(5)', 'e.subgroup(E1) is e', 'e.add_note(`n`)', 'ExceptionGroup(`m`)', 'e.args'])})".replace("`", "'"))
    return lines + ([f"raising{number}()"] if random.random() < 0.1 else [])


def recursion(grammar, number):
    """Containers that hold themselves."""
    random = grammar.random
    lines = ["l = [1]; d = {'a': l}; s = O(1); u = (l, d); b = [u]"]
    changes = ["l.append(l)", "l.append(d)", "d['d'] = d", "d['u'] = u", "b.append(b)", "l.append(u)", "l[:] = [l, l]",
        "d[1] = [d]", "b.append(d.values())", "d['k'] = d.keys()", "b.append(bytearray(b'x'))", "l.append({1: l})",
        "l.insert(0, (l,))", "d['i'] = d.items()"]
    for _ in range(random.randint(2, 5)):
        lines.append(random.choice(changes))
        lines.append(f"show(lambda: {random.choice(['l', 'd', 'u', 'b', 'str(l)', 'repr(d)', 'd.values()', 'd.items()', '[l]', '{1: d}', 'len(repr(b))', 'l == l', 'f`{l}`', '`%s` % (d,)', 'l == [l]', 'sorted([b, b])', 'l in l', 'd == dict(d)', 'u < u', 'max(l, l)'])})".replace("`", "'"))
    lines += [random.choice(["class R(list):\n    def __repr__(self): return 'R' + list.__repr__(self)\nr = R([1]); r.append(r); show(lambda: r)", "x = []\nfor _ in range(30): x = [x]\nshow(lambda: x)", "class N:\n    def __repr__(self): return f'N({self.__dict__})'\nn = N(); n.n = n\nshow(lambda: len(repr(n)) and 1)",
                             "a = []; b2 = [a]; a.append(b2); show(lambda: a); show(lambda: a == b2)",
                                 "def deep(n): return deep(n + 1)\nshow(lambda: deep(0))",
                                 "x = ()\nfor _ in range(5): x = (x, [x])\nshow(lambda: x)"])]
    return lines


def sorting(grammar, number):
    """Sorting things whose comparison prints, raises or changes the list."""
    random = grammar.random
    lines = ["class S:", "    def __init__(self, n, tag=''): self.n, self.tag = n, tag",
        f"    def __lt__(self, o): print(f'{{self.n}}<{{getattr(o, chr(110), o)}}', end=' '); {random.choice(['return self.n < o.n', 'return self.n < o.n', 'return NotImplemented', 'return self.n * 2 < o.n', 'data.append(1); return self.n < o.n', 'return [] if self.n > o.n else [1]', 'return self.n < 3 if o.n != 4 else 1 // 0'])}", "    def __repr__(self): return f'S{self.n}{self.tag}'"]
    values = ", ".join(f"S({random.randint(0, 6)}, '{tag}')" for tag in "abcdefg"[:random.randint(2, 7)])
    lines.append(f"data = [{values}]")
    for _ in range(random.randint(2, 5)):
        lines.append(f"show(lambda: {random.choice(['sorted(data)', 'data.sort()', 'data.sort(reverse=True)', 'max(data)', 'min(data)', 'sorted(data, key=lambda s: s.n)', 'sorted(data, key=lambda s: -s.n, reverse=True)', 'sorted(data, key=lambda s: s.tag)', 'sorted(data, key=lambda s: (s.n, s.tag))', 'data', 'sorted(data + [5])', 'min(data, key=lambda s: s.n)', 'sorted([3, `a`])', 'sorted([(1, S(2)), (1, S(1))])', 'sorted([1, 2.5, True, 0])', 'sorted([`b`, None])', 'sorted(data, key=5)', 'sorted(data, lambda s: s)', 'data.sort(key=lambda s: data.append(s))', 'max([], default=3)', 'max(data, default=1)', 'sorted([float(`nan`), 1, 0])', 'sorted({3: 1, 1: 2})', 'sorted([[2, 1], [1, 3], [1]])', 'max(3, `a`)', 'list(reversed(sorted(data, key=repr)))'])})".replace("`", "'"))
    return lines


def chains(grammar, number):
    """Functions that call one another and fail: the traceback, printed with its marks."""
    random = grammar.random
    last = random.choice(["1 // 0", "[][5]", "{}['k']", "None.foo", "int('x')", "undefined_name", "x.y.z", "raise E1('a', 2)",
        "assert x == 2, 'msg'", "(lambda: 1 / 0)()", "x + 'a'", "x[0][1]", "len(5)", "f(1)(2)", "{}[x]", "'a' + 1", "-'a'",
        "x(1,\n        2)", "(1 +\n        'a')", "[1,\n     2,\n     3][x *\n        7]", "o.foo()", "raise KeyError('k')",
        "import no_such", "from sys import no_such", "x.append(1)", "a, b = [1]", "del x.q", "x @ 2", "for q in 5: pass",
        "with 5: pass", "raise 5", "sorted([1, 'a'], key=lambda v: v)", "f(**{1: 2})", "f(*5)", "x < 'a'", "not_defined.attr",
        "print(x.attr, end='')", "x = y; y = 1", "[q.foo for q in [1]]", "yield_ = next(iter([]))", "eval('1 +')",
        "exec('1 // 0')", "print(f'{x.foo}')", "f'{x:bad}'", "x.real.foo[1]", "f(x).bar(1)", "f(f(1), f(2).q)", "1 if x.q else 2",
        "x = 'é' + 5 + x", "'日本' % 5", "(x.a).b.c(\n        1)", "max(x for x in [])", "[*5]", "{**5}",
        "raise ExceptionGroup('g', [E1(1), ExceptionGroup('h', [KeyError(2)])])"])
    lines = [f"def c0(x, o=None):", f"    {last}"]
    for at in range(1, random.randint(2, 4)):
        call = random.choice([f"c{at - 1}(x)", f"t(1, c{at - 1}(x))", f"[c{at - 1}(q) for q in (x,)]",
            f"(lambda: c{at - 1}(x))()", f"c{at - 1}(\n        x,\n    )", f"x + c{at - 1}(x) * 2", f"{{'a': c{at - 1}(x)}}['a']",
            f"c{at - 1}(x).foo.bar", f"not c{at - 1}(x)"])
        wrap = random.choice([["    return " + call], ["    try:", f"        {call}",
            "    except (ZeroDivisionError, TypeError) as e:",
            f"        raise {random.choice(['E1(3) from e', 'E2(4)', 'E1(5) from None', 'e', 'e from E2(6)', ''])}".rstrip()],
            ["    try:", f"        return {call}", "    finally:", f"        {random.choice(['t(2)', 'x.q', '1 // 0', 'pass'])}"],
                              ["    with C(1):", f"        {call}"],
                                  ["    try:", f"        {call}", "    except Exception as e:",
                                  "        e.add_note('note\\nmore')", "        raise"]])
        lines += [f"def c{at}(x, o=None):", *wrap]
    lines += [f"try: c{at}(1)", "except Exception as e:", "    import traceback",
        f"    {random.choice(['traceback.print_exc()', 'print(`;`.join(f`{{q.lineno}}` for q in traceback.extract_tb(e.__traceback__)))', 'traceback.print_exc()', 'print(repr(e), repr(e.__context__), repr(e.__cause__))'])}".replace("`", "'").replace("{{", "{").replace("}}", "}")] if random.random() < 0.6 else [f"c{at}(1)"]
    return lines
