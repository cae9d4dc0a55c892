"""From trees to text: `unparse`, and the text that `compile` reads in the place of a tree."""
from ast import *
from ast import iter_fields

# How tightly things bind, loosest first.
(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARE, _BIT_OR, _BIT_XOR, _BIT_AND, _SHIFT, _SUM, _TERM, _FACTOR,
 _POWER, _AWAIT, _ATOM) = range(18)

_BINARY = {
    "Add": ("+", _SUM), "Sub": ("-", _SUM), "Mult": ("*", _TERM), "MatMult": ("@", _TERM), "Div": ("/", _TERM),
    "Mod": ("%", _TERM), "FloorDiv": ("//", _TERM), "LShift": ("<<", _SHIFT), "RShift": (">>", _SHIFT),
    "BitOr": ("|", _BIT_OR), "BitXor": ("^", _BIT_XOR), "BitAnd": ("&", _BIT_AND), "Pow": ("**", _POWER),
}
_UNARY = {"Invert": ("~", _FACTOR), "Not": ("not ", _NOT), "UAdd": ("+", _FACTOR), "USub": ("-", _FACTOR)}
_COMPARISONS = {
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not",
    "In": "in", "NotIn": "not in",
}
_JUNCTIONS = {"And": ("and", _AND), "Or": ("or", _OR)}
_QUOTES = ("'", '"', '"""', "'''")
_TRIPLE = ('"""', "'''")
_INFINITY = "1e309"


def _kind(node):
    return type(node).__name__


def _enclosed(text, own, around):
    return f"({text})" if around > own else text


def _constant(value):
    if isinstance(value, (float, complex)):
        return repr(value).replace("inf", _INFINITY).replace("nan", f"({_INFINITY}-{_INFINITY})")
    return repr(value)


def _escaped(text, lines):
    """The text of a literal; line ends and tabs stay unless `lines`."""
    def shown(char):
        if char in "\n\t" and not lines:
            return char
        if char == "\\" or not char.isprintable():
            return char.encode("unicode_escape").decode("ascii")
        return char
    return "".join(map(shown, text))


def _quoted(text, quotes, lines=False):
    """The text of a literal, and the quotes that it may stand in, the best first."""
    escaped = _escaped(text, lines)
    fit = [quote for quote in quotes if quote not in escaped and ("\n" not in escaped or quote in _TRIPLE)]
    if not fit:
        shown = repr(text)
        return shown[1:-1], [next((quote for quote in quotes if shown[0] in quote), shown[0])]
    if escaped:
        last = escaped[-1]
        fit.sort(key=lambda quote: quote[0] == last)
        if fit[0][0] == last:
            escaped = f"{escaped[:-1]}\\{last}"
    return escaped, fit


class _Expressions:
    """Writes expressions: each method gives the text of a kind of node, with how tightly what is around it binds."""

    def expr(self, node, around=_TEST):
        return getattr(self, _kind(node), self.unknown)(node, around)

    def unknown(self, node, around):
        raise TypeError(f"cannot unparse {_kind(node)}")

    def exprs(self, nodes, around=_TEST):
        return ", ".join([self.expr(node, around) for node in nodes])

    def listed(self, nodes):
        """Items of a tuple: one has a comma behind it."""
        return self.expr(nodes[0]) + "," if len(nodes) == 1 else self.exprs(nodes)

    def Name(self, node, around):
        return node.id

    def Constant(self, node, around):
        value = node.value
        if isinstance(value, tuple):
            items = ", ".join(map(_constant, value))
            return f"({items},)" if len(value) == 1 else f"({items})"
        if value is ...:
            return "..."
        return ("u" if getattr(node, "kind", None) == "u" else "") + _constant(value)

    def NamedExpr(self, node, around):
        return _enclosed(f"{self.expr(node.target, _ATOM)} := {self.expr(node.value, _ATOM)}", _NAMED, around)

    def BoolOp(self, node, around):
        word, own = _JUNCTIONS[_kind(node.op)]
        # Each operand binds one step tighter than the one before it, as the grammar nests them.
        shown = [self.expr(value, min(own + place, _ATOM)) for place, value in enumerate(node.values, 1)]
        return _enclosed(f" {word} ".join(shown), own, around)

    def BinOp(self, node, around):
        sign, own = _BINARY[_kind(node.op)]
        left, right = (own + 1, own) if own == _POWER else (own, own + 1)
        return _enclosed(f"{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}", own, around)

    def UnaryOp(self, node, around):
        sign, own = _UNARY[_kind(node.op)]
        return _enclosed(sign + self.expr(node.operand, own), own, around)

    def Compare(self, node, around):
        shown = self.expr(node.left, _COMPARE + 1)
        for op, right in zip(node.ops, node.comparators):
            shown += f" {_COMPARISONS[_kind(op)]} {self.expr(right, _COMPARE + 1)}"
        return _enclosed(shown, _COMPARE, around)

    def IfExp(self, node, around):
        body, test = self.expr(node.body, _TEST + 1), self.expr(node.test, _TEST + 1)
        return _enclosed(f"{body} if {test} else {self.expr(node.orelse, _TEST)}", _TEST, around)

    def Lambda(self, node, around):
        parameters = self.arguments(node.args)
        if parameters:
            parameters = " " + parameters
        return _enclosed(f"lambda{parameters}: {self.expr(node.body, _TEST)}", _TEST, around)

    def Await(self, node, around):
        return _enclosed(f"await {self.expr(node.value, _ATOM)}" if node.value else "await", _AWAIT, around)

    def Yield(self, node, around):
        return _enclosed(f"yield {self.expr(node.value, _ATOM)}" if node.value else "yield", _YIELD, around)

    def YieldFrom(self, node, around):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return _enclosed(f"yield from {self.expr(node.value, _ATOM)}", _YIELD, around)

    def List(self, node, around):
        return f"[{self.exprs(node.elts)}]"

    def Tuple(self, node, around):
        if not node.elts:
            return "()"
        return _enclosed(self.listed(node.elts), _TUPLE, around)

    def Set(self, node, around):
        # `{}` is a dictionary.
        return f"{{{self.exprs(node.elts)}}}" if node.elts else "{*()}"

    def Dict(self, node, around):
        items = []
        for key, value in zip(node.keys, node.values):
            items.append(f"**{self.expr(value, _BIT_OR)}" if key is None else f"{self.expr(key)}: {self.expr(value)}")
        return f"{{{', '.join(items)}}}"

    def ListComp(self, node, around):
        return f"[{self.expr(node.elt)}{self.clauses(node)}]"

    def SetComp(self, node, around):
        return f"{{{self.expr(node.elt)}{self.clauses(node)}}}"

    def DictComp(self, node, around):
        return f"{{{self.expr(node.key)}: {self.expr(node.value)}{self.clauses(node)}}}"

    def GeneratorExp(self, node, around):
        return f"({self.expr(node.elt)}{self.clauses(node)})"

    def clauses(self, node):
        return "".join([self.comprehension(clause) for clause in node.generators])

    def comprehension(self, node, around=None):
        word = "async for" if node.is_async else "for"
        shown = f" {word} {self.expr(node.target, _TUPLE)} in {self.expr(node.iter, _TEST + 1)}"
        return shown + "".join([f" if {self.expr(test, _TEST + 1)}" for test in node.ifs])

    def Call(self, node, around):
        args = [self.expr(arg) for arg in node.args] + [self.keyword(keyword) for keyword in node.keywords]
        return f"{self.expr(node.func, _ATOM)}({', '.join(args)})"

    def keyword(self, node, around=None):
        return (f"{node.arg}=" if node.arg is not None else "**") + self.expr(node.value)

    def Attribute(self, node, around):
        value = self.expr(node.value, _ATOM)
        if isinstance(node.value, Constant) and isinstance(node.value.value, int):
            value += " "
        return f"{value}.{node.attr}"

    def Subscript(self, node, around):
        index = node.slice
        shown = self.listed(index.elts) if isinstance(index, Tuple) and index.elts else self.expr(index)
        return f"{self.expr(node.value, _ATOM)}[{shown}]"

    def Slice(self, node, around):
        shown = f"{self.expr(node.lower) if node.lower else ''}:{self.expr(node.upper) if node.upper else ''}"
        return f"{shown}:{self.expr(node.step)}" if node.step else shown

    def Starred(self, node, around):
        return "*" + self.expr(node.value, _BIT_OR)

    # Strings with fields.

    def JoinedStr(self, node, around):
        parts = [(self.part(value), isinstance(value, Constant)) for value in node.values]
        shown, quotes = [], list(_QUOTES)
        for text, is_plain in parts:
            if is_plain:
                text, fit = _quoted(text, quotes, True)
                if not set(fit) & set(quotes):
                    return self.hard_to_quote(parts)
                quotes = fit
            elif "\n" in text:
                quotes = [quote for quote in quotes if quote in _TRIPLE]
            shown.append(text)
        return f"f{quotes[0]}{''.join(shown)}{quotes[0]}"

    def hard_to_quote(self, parts):
        # A double quote at the front makes `repr` choose single ones.
        shown = [repr('"' + text)[2:-1] if is_plain else text for text, is_plain in parts]
        return f"f'''{''.join(shown)}'''"

    def part(self, node, in_spec=False):
        if isinstance(node, JoinedStr):
            return "".join([self.part(value, in_spec) for value in node.values])
        if isinstance(node, FormattedValue):
            return self.FormattedValue(node, None)
        if not (isinstance(node, Constant) and isinstance(node.value, str)):
            raise ValueError(f"Unexpected node inside JoinedStr, {node!r}")
        text = node.value.replace("{", "{{").replace("}", "}}")
        if in_spec:
            for char, escape in ("\\", "\\\\"), ("'", "\\'"), ('"', '\\"'), ("\n", "\\n"):
                text = text.replace(char, escape)
        return text

    def FormattedValue(self, node, around):
        value = self.expr(node.value, _TEST + 1)
        shown = "{ " + value if value.startswith("{") else "{" + value
        if node.conversion != -1:
            shown += "!" + chr(node.conversion)
        if node.format_spec:
            shown += ":" + self.part(node.format_spec, True)
        return shown + "}"

    # Parameters.

    def arg(self, node, around=None):
        return f"{node.arg}: {self.expr(node.annotation)}" if node.annotation else node.arg

    def arguments(self, node, around=None):
        def with_default(arg, default):
            return f"{self.arg(arg)}={self.expr(default)}" if default else self.arg(arg)

        regular = node.posonlyargs + node.args
        defaults = [None] * (len(regular) - len(node.defaults)) + node.defaults
        shown = [with_default(arg, default) for arg, default in zip(regular, defaults)]
        if node.posonlyargs:
            shown.insert(len(node.posonlyargs), "/")
        if node.vararg or node.kwonlyargs:
            shown.append("*" + (self.arg(node.vararg) if node.vararg else ""))
        shown += [with_default(arg, default) for arg, default in zip(node.kwonlyargs, node.kw_defaults)]
        if node.kwarg:
            shown.append("**" + self.arg(node.kwarg))
        return ", ".join(shown)

    def type_params(self, node):
        params = getattr(node, "type_params", None)
        return f"[{self.exprs(params)}]" if params else ""

    def TypeVar(self, node, around):
        bound = f": {self.expr(node.bound)}" if node.bound else ""
        return node.name + bound + self.default(node)

    def TypeVarTuple(self, node, around):
        return "*" + node.name + self.default(node)

    def ParamSpec(self, node, around):
        return "**" + node.name + self.default(node)

    def default(self, node):
        return f" = {self.expr(node.default_value)}" if node.default_value else ""

    # Patterns, and what stands in statements.

    def MatchValue(self, node, around):
        return self.expr(node.value)

    def MatchSingleton(self, node, around):
        return _constant(node.value)

    def MatchSequence(self, node, around):
        return f"[{self.exprs(node.patterns)}]"

    def MatchStar(self, node, around):
        return f"*{'_' if node.name is None else node.name}"

    def MatchMapping(self, node, around):
        items = [f"{self.expr(key)}: {self.expr(value)}" for key, value in zip(node.keys, node.patterns, strict=True)]
        if node.rest is not None:
            items.append(f"**{node.rest}")
        return f"{{{', '.join(items)}}}"

    def MatchClass(self, node, around):
        items = [self.expr(pattern) for pattern in node.patterns]
        named = zip(node.kwd_attrs, node.kwd_patterns, strict=True)
        items += [f"{name}={self.expr(pattern)}" for name, pattern in named]
        return f"{self.expr(node.cls, _ATOM)}({', '.join(items)})"

    def MatchAs(self, node, around):
        if node.name is None:
            return "_"
        if node.pattern is None:
            return node.name
        return _enclosed(f"{self.expr(node.pattern, _BIT_OR)} as {node.name}", _TEST, around)

    def MatchOr(self, node, around):
        return _enclosed(" | ".join([self.expr(each, _BIT_OR + 1) for each in node.patterns]), _BIT_OR, around)

    def alias(self, node, around=None):
        return f"{node.name} as {node.asname}" if node.asname else node.name

    def withitem(self, node, around=None):
        target = f" as {self.expr(node.optional_vars)}" if node.optional_vars else ""
        return self.expr(node.context_expr) + target

    def FunctionType(self, node, around):
        return f"({self.exprs(node.argtypes)}) -> {self.expr(node.returns)}"

    def Expression(self, node, around):
        return self.expr(node.body)


class _Statements(_Expressions):
    """Writes statements, line by line; `numbers` has the line that each says it stands in. `for_compiler` wants no more
    than that it means the same."""

    def __init__(self, for_compiler=False):
        self.lines = []
        self.numbers = []
        self.indent = 0
        self.for_compiler = for_compiler
        self.ignored = {}

    def line(self, text, node=None):
        self.lines.append("    " * self.indent + text)
        number = getattr(node, "lineno", None) or (self.numbers[-1] if self.numbers else 1)
        self.numbers += [max(number, 0)] * (1 + text.count("\n"))

    def gap(self):
        """The empty line before a definition."""
        if self.lines and not self.for_compiler:
            self.lines.append("")

    def comment(self, node):
        found = self.ignored.get(getattr(node, "lineno", None)) or getattr(node, "type_comment", None)
        return f" # type: {found}" if found is not None else ""

    def block(self, head, body, node=None, comment=""):
        self.line(f"{head}:{comment}", node)
        self.indent += 1
        self.body(body)
        self.indent -= 1

    def body(self, body):
        for statement in body:
            self.statement(statement)

    def statement(self, node):
        getattr(self, f"do_{_kind(node)}", self.plain)(node)

    def plain(self, node):
        self.line(self.expr(node), node)

    def documented(self, head, node, comment=""):
        """A block that may begin with a docstring."""
        self.line(f"{head}:{comment}", node)
        self.indent += 1
        self.body_with_docstring(node.body)
        self.indent -= 1

    def body_with_docstring(self, body):
        match body:
            case [Expr(value=Constant(value=str(text), kind=kind)) as first, *rest] if not self.for_compiler:
                text, quotes = _quoted(text, _TRIPLE)
                self.line(f"{'u' if kind == 'u' else ''}{quotes[0]}{text}{quotes[0]}", first)
                self.body(rest)
            case _:
                self.body(body)

    def do_Module(self, node):
        self.ignored = {each.lineno: f"ignore{each.tag}" for each in node.type_ignores}
        self.body_with_docstring(node.body)

    def do_Interactive(self, node):
        self.body(node.body)

    # Simple statements.

    def do_Expr(self, node):
        self.line(self.expr(node.value, _YIELD), node)

    def do_Assign(self, node):
        targets = "".join([f"{self.expr(target, _TUPLE)} = " for target in node.targets])
        self.line(targets + self.expr(node.value) + self.comment(node), node)

    def do_AugAssign(self, node):
        self.line(f"{self.expr(node.target)} {_BINARY[_kind(node.op)][0]}= {self.expr(node.value)}", node)

    def do_AnnAssign(self, node):
        target = self.expr(node.target)
        if not node.simple and isinstance(node.target, Name):
            target = f"({target})"
        value = f" = {self.expr(node.value)}" if node.value else ""
        self.line(f"{target}: {self.expr(node.annotation)}{value}", node)

    def do_Return(self, node):
        self.line(f"return {self.expr(node.value)}" if node.value else "return", node)

    def do_Pass(self, node):
        self.line(_kind(node).lower(), node)

    do_Break = do_Continue = do_Pass

    def do_Delete(self, node):
        self.line(f"del {self.exprs(node.targets)}", node)

    def do_Assert(self, node):
        message = f", {self.expr(node.msg)}" if node.msg else ""
        self.line(f"assert {self.expr(node.test)}{message}", node)

    def do_Raise(self, node):
        if not node.exc and node.cause:
            raise ValueError("Node can't use cause without an exception.")
        cause = f" from {self.expr(node.cause)}" if node.cause else ""
        self.line(f"raise {self.expr(node.exc)}{cause}" if node.exc else "raise", node)

    def do_Global(self, node):
        self.line(f"{_kind(node).lower()} {', '.join(node.names)}", node)

    do_Nonlocal = do_Global

    def do_Import(self, node):
        self.line(f"import {self.exprs(node.names)}", node)

    def do_ImportFrom(self, node):
        module = "." * (node.level or 0) + (node.module or "")
        self.line(f"from {module} import {self.exprs(node.names)}", node)

    def do_TypeAlias(self, node):
        self.line(f"type {self.expr(node.name)}{self.type_params(node)} = {self.expr(node.value)}", node)

    # Compound statements.

    def otherwise(self, body, word="else"):
        if body:
            self.block(word, body)

    def do_If(self, node):
        word = "if"
        while True:
            self.block(f"{word} {self.expr(node.test)}", node.body, node)
            if not (len(node.orelse) == 1 and isinstance(node.orelse[0], If)):
                break
            node, word = node.orelse[0], "elif"
        self.otherwise(node.orelse)

    def do_While(self, node):
        self.block(f"while {self.expr(node.test)}", node.body, node)
        self.otherwise(node.orelse)

    def do_For(self, node, word="for"):
        head = f"{word} {self.expr(node.target, _TUPLE)} in {self.expr(node.iter)}"
        self.block(head, node.body, node, self.comment(node))
        self.otherwise(node.orelse)

    def do_AsyncFor(self, node):
        self.do_For(node, "async for")

    def do_With(self, node, word="with"):
        self.block(f"{word} {self.exprs(node.items)}", node.body, node, self.comment(node))

    def do_AsyncWith(self, node):
        self.do_With(node, "async with")

    def do_Try(self, node, word="except"):
        self.block("try", node.body, node)
        for handler in node.handlers:
            head = f"{word} {self.expr(handler.type)}" if handler.type else word
            self.block(f"{head} as {handler.name}" if handler.name else head, handler.body, handler)
        self.otherwise(node.orelse)
        self.otherwise(node.finalbody, "finally")

    def do_TryStar(self, node):
        self.do_Try(node, "except*")

    def do_ExceptHandler(self, node):
        head = f"except {self.expr(node.type)}" if node.type else "except"
        self.block(f"{head} as {node.name}" if node.name else head, node.body, node)

    def do_Match(self, node):
        self.line(f"match {self.expr(node.subject)}:", node)
        self.indent += 1
        for case in node.cases:
            self.do_match_case(case)
        self.indent -= 1

    def do_match_case(self, node):
        guard = f" if {self.expr(node.guard)}" if node.guard else ""
        self.block(f"case {self.expr(node.pattern)}{guard}", node.body, node.pattern)

    def decorators(self, node):
        self.gap()
        for decorator in node.decorator_list:
            self.line("@" + self.expr(decorator), decorator)

    def do_FunctionDef(self, node, word="def"):
        self.decorators(node)
        returns = f" -> {self.expr(node.returns)}" if node.returns else ""
        head = f"{word} {node.name}{self.type_params(node)}({self.arguments(node.args)}){returns}"
        self.documented(head, node, self.comment(node))

    def do_AsyncFunctionDef(self, node):
        self.do_FunctionDef(node, "async def")

    def do_ClassDef(self, node):
        self.decorators(node)
        args = [self.expr(base) for base in node.bases] + [self.keyword(keyword) for keyword in node.keywords]
        args = f"({', '.join(args)})" if args else ""
        self.documented(f"class {node.name}{self.type_params(node)}{args}", node)


def unparse(node):
    """A text that means the tree."""
    writer = _Statements()
    if isinstance(node, list):
        writer.body(node)
    else:
        writer.statement(node)
    return "\n".join(writer.lines)


# The text for `compile`.

#: What a name that could not be written begins with: a letter that no other name is likely to have.
_UNWRITABLE = "\ua66e"

#: Texts in trees that are no names of variables or attributes.
_NO_NAMES = {"value", "kind", "type_comment", "module"}


def _spelling(name):
    return name if name.isidentifier() else _UNWRITABLE + "".join(c if c.isidentifier() or c.isdigit() else f"_{ord(c):x}_" for c in name)


def _unwritable(node):
    """The fields of a node with names that are no identifiers: programs make such to be sure that nobody else has them."""
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, str) and field not in _NO_NAMES and not isinstance(node, Constant):
            if not value.isidentifier() and not (isinstance(node, alias) and field == "name"):
                yield field, _spelling(value)
        elif isinstance(node, Global | Nonlocal) and field == "names" and not all(map(str.isidentifier, value)):
            yield field, list(map(_spelling, value))


def _spelled(tree):
    """The tree with names that can be written; the same one if all can."""
    if not any(True for node in walk(tree) for _ in _unwritable(node)):
        return tree
    from copy import deepcopy
    tree = deepcopy(tree)
    for node in walk(tree):
        for field, name in [*_unwritable(node)]:
            setattr(node, field, name)
    return tree


def lines_of(tree):
    """A text for the compiler, and the lines that its lines say they are."""
    from _ast_validate import validate
    validate(tree)
    tree = _spelled(tree)
    writer = _Statements(for_compiler=True)
    if isinstance(tree, Expression):
        writer.line(f"({writer.expr(tree.body)})", tree.body)
    else:
        writer.statement(tree)
    return "\n".join(writer.lines) + "\n", writer.numbers
