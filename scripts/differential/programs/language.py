"""Programs about the language: each a few sections on different subjects, most of them guarded."""
from . import classes, flow, parts

GUARD = ["print('=>', repr({call}))", "show(lambda: {call})"]
SHOW = '''def show(f):
    try:
        r = f()
    except Exception as e:
        print('=>', type(e).__name__, e, e.__cause__, repr(e.__context__), e.__suppress_context__)
    else:
        print('=>', repr(r).split(' at 0x')[0][:300])
'''


def function(grammar, number):
    """A function whose every step is printed, called a few times, sometimes without a guard."""
    writer = flow.Flow(grammar)
    writer.number = number * 1000
    lines = [f"def run{number}(x, y=2, o=O(1)):", *writer.indented(3, least=2)]
    for argument in grammar.random.sample(["0", "1", "'ab'", "[1, 2]", "None", "O(0)", "(1, (2, 3))"], 2):
        lines.append(f"show(lambda: run{number}({argument}))")
    return lines


def generator(grammar, number):
    """A generator, driven in a random way."""
    writer = flow.Flow(grammar, "yield")
    writer.number = number * 1000
    lines = [f"def gen{number}(x, y=2, o=O(1)):", *writer.indented(3, least=2), "    yield 99",
        f"it = gen{number}({grammar.one_of(['0', '1', '[1, 2]'])})"]
    steps = ["next(it)", "next(it)", "it.send(1)", "it.send([5])", "it.throw(E1('thrown'))", "it.throw(KeyError)", "it.close()",
        "list(it)[:20]", "it.gi_running", "it.throw(GeneratorExit)",
             "it.gi_frame is None", "next(it, 'end')", "it.gi_yieldfrom is None", "[*it]", "it.throw(StopIteration('s'))",
                 "it.__next__()", "(yield_ := it.send(None))"]
    return lines + [f"show(lambda: {grammar.one_of(steps)})"
        for _ in range(grammar.random.randint(3, 8))] + ["print(); it.close() if 0 else None"]


def module(grammar, number):
    """Flow at the top of the file, where nothing catches it."""
    writer = flow.Flow(grammar)
    writer.number = number * 1000
    return ["x, y, o = 1, 2, O(1)", *(line for line in writer.block(2) if "nonlocal" not in line)]


SECTIONS = [function] * 4 + [generator] * 3 + [classes.hierarchy, classes.protocol, classes.protocol, classes.protocol,
    classes.attributes, classes.metaclass, parts.calls, parts.calls, parts.calls,
                                               parts.matching, parts.unpacking, parts.scopes, parts.comprehension, parts.groups,
                                                   parts.recursion, parts.sorting, parts.chains]
BASIC = '''def f(*a, **k): print(f'f{a}{k}', end=' '); return a[0] if a else 0
def inner(n):
    try:
        r = yield n
        print(f'inner<{r}', end=' ')
        yield 7
    finally:
        print('inner-end', end=' ')
    return 8
'''


def write(grammar):
    lines = [flow.PRELUDE.rstrip(), BASIC.rstrip(), SHOW.rstrip()]
    for number in range(grammar.random.randint(1, 3)):
        lines += grammar.one_of(SECTIONS)(grammar, number)
        lines.append("print(); steps = 0")
    if grammar.maybe(0.3):
        lines += module(grammar, 9)
    return "\n".join(lines) + "\n"
