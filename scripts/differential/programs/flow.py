"""Control flow whose every step is printed: statements and expressions in any nesting, in functions, generators and coroutines.

`Flow` writes blocks. Each leaf is a call of `t`, which prints its number, so that the order of evaluation is the output.
"""

PRELUDE = '''steps = 0
def t(n, v=None):
    global steps
    steps += 1
    if steps > 300:
        raise SystemExit('too long')
    print(n, end=' ')
    return v
class E1(Exception): pass
class E2(E1): pass
def boom(n, e=E1):
    print(f'!{n}', end=' ')
    raise e(n)
class C:
    def __init__(self, n, swallows=False, bad=None): self.n, self.swallows, self.bad = n, swallows, bad
    def __enter__(self):
        print(f'enter{self.n}', end=' ')
        if self.bad == 'enter': raise E2('enter')
        return self.n
    def __exit__(self, k, v, tb):
        print(f'exit{self.n}:{k and k.__name__}:{v}', end=' ')
        if self.bad == 'exit': raise E1('exit')
        return self.swallows
    async def __aenter__(self): return self.__enter__()
    async def __aexit__(self, *a): return self.__exit__(*a)
class O:
    def __init__(self, n): self.__dict__['n'] = n
    def __getattr__(self, k): print(f'get.{k}', end=' '); return 3
    def __setattr__(self, k, v): print(f'set.{k}={v}', end=' ')
    def __delattr__(self, k): print(f'del.{k}', end=' ')
    def __getitem__(self, k): print(f'get[{k}]', end=' '); return 4
    def __setitem__(self, k, v): print(f'set[{k}]={v}', end=' ')
    def __delitem__(self, k): print(f'del[{k}]', end=' ')
    def __call__(self, *a, **k): print(f'call{a}{k}', end=' '); return a[0] if a else None
    def __bool__(self): print('bool', end=' '); return self.n % 2 == 1
    def __add__(self, o): print('add', end=' '); return self.n
    def __radd__(self, o): print('radd', end=' '); return self.n
    def __iadd__(self, o): print('iadd', end=' '); return self
    def __lt__(self, o): print('lt', end=' '); return self.n < 2
    def __eq__(self, o): print('eq', end=' '); return self.n == 1
    def __hash__(self): print('hash', end=' '); return 1
    def __iter__(self): print('iter', end=' '); return iter([self.n, 1])
    def __contains__(self, o): print('in', end=' '); return self.n == 2
    def __repr__(self): return f'O{self.n}'
    def __format__(self, s): print(f'fmt:{s}', end=' '); return 'F'
    def __enter__(self): print('enter', end=' '); return self
    def __exit__(self, *a): print('exit', a[0] and a[0].__name__, end=' '); return False
'''

PLAIN = ["$e + $e", "$e < $e", "$e and $e", "$e or $e", "not $e", "$e if $e else $e", "[$e, $e]", "($e, *[$e])", "{$e: $e}",
    "{$e, $e}",
         "[$e for q in ($e, $e) if $e]", "{q: $e for q in [$e]}", "f'{$e}-{$e!r:>{$e}}'", "(lambda a, b=$e: a)($e)",
             "f($e, k=$e, *[$e], **{'z': $e})",
         "$e < $e < $e", "$e == $e != $e in [$e]", "(w := $e)", "o[$e]", "o[$e:$e]", "o.m", "o($e)", "o.m($e, $e)", "O($i) + $e",
             "O($i)", "$e + O($i)",
         "$e in O($i)", "$e is $e", "-$e", "[*O($i), $e]", "{**{$e: $e}, 'a': $e}", "max($e, $e, key=lambda v: str(v))",
             "f'{O($i):{$e}}'", "print($e, $e)",
         "[$e for q in O($i) for r in [q, $e] if $e if $e]", "any($e for q in (1, 2))", "(lambda: $e)()", "[lambda: $e][0]()",
             "str($e)", "($e, $e)[$e]",
         "o[$e, ...]", "f(*$e)", "f(**$e)", "o[$e][$e]", "$e not in ($e, $e)", "$e % $e", "$e // $e", "[q := $e, q]", "boom($n)",
             "boom($n, E2)", "boom($n, KeyError)"]
LEAVES = ["t($n, $i)", "t($n, $i)", "t($n, $i)", "t($n)", "t($n, [$i])", "t($n, O($i))", "$i", "x", "y", "t($n, 'ab')"]
YIELDS = ["(yield $e)", "(yield)", "(yield from inner($e))", "(yield from [$e, $e])", "(yield $e, $e)"]
AWAITS = ["await a($n, $e)", "await a($n, $e)", "(await a($n, $e))", "[q async for q in agen($n, $e)]",
    "[await a($n, q) for q in (1, 2)]",
          "{await a($n, $e): await a($n, $e)}", "f'{await a($n, $e)}'", "f(await a($n, $e), k=await a($n, $e))",
              "[$e async for q in agen($n, $e) if await a($n, q)]"]
TARGETS = ["x", "y", "z", "o.p", "o[$e]", "x, y", "(x, *y)", "[x, (y, z)]", "o.p, o[$e]", "*x, y", "o[$e:$e]", "o[$e].q"]
PATTERNS = ["0", "1 | 2", "[a, *b]", "[_, _]", "{'a': a}", "str()", "int(a)", "O(n=a)", "[O(), a]", "None", "True",
    "(1, a) | [a]", "-1", "'ab'", "{**b}", "[*_, 1]", "int() as a", "a"]


class Flow:
    """Writes blocks of statements into `lines`, one level of indentation deeper for each nesting."""

    def __init__(self, grammar, suspends=None):
        self.grammar = grammar
        self.random = grammar.random
        self.number = 0
        self.suspends = suspends

    def maybe(self, share):
        return self.random.random() < share

    def next(self):
        self.number += 1
        return str(self.number)

    def fill(self, template, depth, can_suspend=True):
        """A template with its holes filled: `$e` an expression, `$n` a number of its own, `$i` a small number."""
        out, at = [], 0
        while (found := template.find("$", at)) >= 0:
            out.append(template[at:found])
            hole = template[found + 1]
            inside = can_suspend and not any(word in template
                for word in ("lambda", " for ")) or can_suspend and self.suspends == "await" and "lambda" not in template
            out.append(self.next() if hole == "n" else str(self.random.choice([0, 1, 2, 3])) if hole == "i"
                else self.expression(depth - 1, inside))
            at = found + 2
        return "".join(out + [template[at:]])

    def expression(self, depth=2, can_suspend=True):
        if depth <= 0 or self.maybe(0.25):
            return self.fill(self.random.choice(LEAVES), 0)
        if can_suspend and self.suspends and self.maybe(0.35):
            templates = YIELDS if self.suspends == "yield" else AWAITS
        else:
            templates = PLAIN
        text = self.fill(self.random.choice(templates), depth, can_suspend)
        return text if text[0] in "[{" or text.startswith(("t(", "f(", "o")) and text.isalnum() else f"({text})"

    def block(self, depth, loop=False, least=1):
        """A few statements; in a loop there may be `break` and `continue`."""
        lines = []
        for _ in range(self.random.randint(least, 3)):
            lines += self.statement(depth, loop)
        return lines

    def indented(self, *arguments, **options):
        return ["    " + line for line in self.block(*arguments, **options)]

    def statement(self, depth, loop=False):
        simple = [self.assign, self.augment, self.evaluate, self.evaluate, self.delete, self.check, self.unpack]
        leaving = [self.leave, self.throw]
        if loop:
            leaving += [lambda d, l: ["break"], lambda d, l: ["continue"], lambda d, l: ["continue"]]
        compound = [self.choose, self.iterate, self.loop, self.attempt, self.attempt, self.attempt, self.manage, self.match, self.group,
            self.define]
        roll = self.random.random()
        if depth <= 0 or roll < 0.45:
            return self.random.choice(simple)(depth, loop)
        if roll < 0.55:
            return [f"if {self.expression(1)}:", *("    " + line for line in self.random.choice(leaving)(depth, loop))]
        if roll < 0.6:
            return self.random.choice(leaving)(depth, loop)
        return self.random.choice(compound)(depth - 1, loop)

    def assign(self, depth, loop):
        targets = [self.fill(self.random.choice(TARGETS[:5] + ["o[$e:$e]", "o[$e].q"]), 1)
            for _ in range(self.random.choice([1, 1, 2]))]
        return [" = ".join(targets + [self.expression(2)])]

    def unpack(self, depth, loop):
        target = self.fill(self.random.choice(TARGETS[5:]), 1)
        values = [self.expression(1) for _ in range(self.random.choice([1, 2, 2, 2, 3]))]
        return [f"{target} = {', '.join(values)}" + ("," if self.maybe(0.1) and len(values) > 1 else "")]

    def augment(self, depth, loop):
        target = self.fill(self.random.choice(["x", "y", "o.p", "o[$e]", "o[$e:$e]", "o.p.q"]), 1)
        return [f"{target} {self.random.choice(['+=', '+=', '-=', '*=', '|=', '//=', '@='])} {self.expression(2)}"]

    def evaluate(self, depth, loop):
        return [self.expression(3)]

    def delete(self, depth, loop):
        return [self.fill(self.random.choice(["del o.p", "del o[$e]", "del o[$e], o.p", "del x", "del (o[$e:$e])"]), 1)]

    def check(self, depth, loop):
        return [f"assert {self.expression(2)}" + (f", {self.expression(1)}" if self.maybe(0.5) else "")]

    def leave(self, depth, loop):
        return [f"return {self.expression(2)}" if self.maybe(0.8) else "return"]

    def throw(self, depth, loop):
        return [self.fill(self.random.choice(["raise E1($e)", "raise E2", "raise", "raise E1($e) from E2($e)",
            "raise ValueError($e) from None", "raise $e", "raise E1($n) from $e"]), 2)]

    def choose(self, depth, loop):
        lines = [f"if {self.expression(2)}:", *self.indented(depth, loop)]
        if self.maybe(0.3):
            lines += [f"elif {self.expression(2)}:", *self.indented(depth, loop)]
        if self.maybe(0.5):
            lines += ["else:", *self.indented(depth, loop)]
        return lines

    def iterate(self, depth, loop):
        source = self.random.choice(["range(3)", "(1, 2)", "O(2)", "'abc'", "[(1, 2), (3, 4)]", self.expression(1)])
        head = f"for {self.fill(self.random.choice(['x', 'x', 'y', 'o.p', 'o[$e]', 'x, y', '*x, y']), 1)} in {source}:"
        if self.suspends == "await" and self.maybe(0.5):
            head = f"async for x in agen({self.next()}, {self.expression(1)}):"
        lines = [head, *self.indented(depth, True)]
        return lines + (["else:", *self.indented(depth, loop)] if self.maybe(0.3) else [])

    def loop(self, depth, loop):
        name = f"n{self.next()}"
        lines = [f"{name} = {self.random.randint(1, 3)}", f"while ({name} := {name} - 1) >= 0 and {self.expression(1)}:",
            *self.indented(depth, True)]
        return lines + (["else:", *self.indented(depth, loop)] if self.maybe(0.4) else [])

    def attempt(self, depth, loop):
        lines = ["try:", *self.indented(depth, loop)]
        handled = self.maybe(0.8)
        if handled:
            for kind in self.random.sample(["E2", "E1", "(KeyError, TypeError)", "Exception", "ZeroDivisionError",
                self.fill("t($n, E1)", 0), "ValueError"], self.random.choice([1, 1, 2])):
                name = self.random.choice(["", " as x", " as e"])
                lines += [f"except {kind}{name}:",
                    f"    print('caught', type(x).__name__, x, x.__context__ and type(x.__context__).__name__, end=' ')"
                    if name == " as x" else
                          f"    t({self.next()})", *self.indented(depth, loop)]
            if self.maybe(0.1):
                lines += ["except:", *self.indented(depth, loop)]
            if self.maybe(0.3):
                lines += ["else:", *self.indented(depth, loop)]
        if not handled or self.maybe(0.4):
            lines += ["finally:", f"    t({self.next()}, 'finally')", *self.indented(depth, loop)]
        return lines

    def manage(self, depth, loop):
        items = []
        for _ in range(self.random.choice([1, 1, 2])):
            manager = f"C({self.next()}" + self.random.choice(["", "", ", True", ", bad='exit'", ", bad='enter'"]) + ")"
            items.append(manager + self.random.choice(["", " as x", f" as {self.fill('o[$e]', 1)}", " as (x, y)"]))
        word = "async with" if self.suspends == "await" and self.maybe(0.5) else "with"
        return [f"{word} {', '.join(items)}:", *self.indented(depth, loop)]

    def match(self, depth, loop):
        lines = [f"match {self.expression(2)}:"]
        for pattern in self.random.sample(PATTERNS[:-1], self.random.randint(1, 3)):
            guard = f" if {self.expression(1)}" if self.maybe(0.3) else ""
            lines += [f"    case {pattern}{guard}:", *("    " + line for line in self.indented(depth, loop))]
        return lines + (["    case _:", *("    " + line for line in self.indented(depth, loop))] if self.maybe(0.5) else [])

    def define(self, depth, loop):
        """An inner function or class, with a body that does not suspend, and a use of it."""
        inner = Flow(self.grammar)
        inner.number = self.number + 100
        name = f"g{self.next()}"
        if self.maybe(0.3):
            lines = [f"class {name}({self.random.choice(['', 'O', 'Exception'])}):",
                f"    {self.random.choice(['x', 'p'])} = {self.expression(1, False)}",
                     f"    def m(self, a={self.expression(1, False)}): return {inner.expression(2)}"]
            use = f"{name}({self.random.choice(['', '1'])}).m()"
        else:
            outer = self.random.choice(["", "", f"    nonlocal {self.random.choice('xy')}",
                f"    global {self.random.choice(['y', 'gl'])}"])
            lines = [f"def {name}(a={self.expression(1)}, *b, c={self.expression(1)}):", *([outer] if outer else []),
                *inner.indented(1)]
            use = f"{name}({self.expression(1)})"
        self.number = inner.number + 100
        return [*lines, use]

    def group(self, depth, loop):
        """`except*`, whose blocks may not leave."""
        raised = self.random.choice(["ExceptionGroup('g', [E1(1), E2(2), KeyError('k')])",
            "ExceptionGroup('g', [ExceptionGroup('h', [E2(1)]), ValueError(2)])", "E1(5)"])
        lines = ["try:", *self.indented(0), f"    raise {raised}"]
        for kind in self.random.sample(["E1", "E2", "KeyError", "(ValueError, E2)", "Exception"], self.random.randint(1, 2)):
            lines += [f"except* {kind} as x:", "    print(repr(x), end=' ')", *self.indented(0)]
        return lines
