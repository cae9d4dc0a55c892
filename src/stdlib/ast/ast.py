"""Syntax trees as objects: reading, walking, changing and writing them."""
import sys
from _ast import *
from _ast import _CLASSES


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None, optimize=-1):
    """The syntax tree of a source text."""
    if isinstance(feature_version, tuple) and feature_version[0] != 3:
        raise ValueError(f"Unsupported major version: {feature_version[0]}")
    return compile(source, filename, mode, PyCF_ONLY_AST, optimize=optimize)


def _tree(source, filename, mode):
    """What `compile` gives when it is asked for a tree only."""
    import _ast_tree
    if isinstance(source, AST):
        return source
    if mode == "func_type":
        return _function_type(source, filename)
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    return _ast_tree.tree(source, filename, mode, _CLASSES)


def _function_type(source, filename):
    """`(int, *str) -> bool`, as comments have it, read as an expression with its arrow taken for a comparison."""
    before, arrow, returns = source.rpartition("->")
    arguments = _tree(f"_{before.strip()}", filename, "eval").body
    if not arrow or not isinstance(arguments, Call):
        raise SyntaxError("invalid syntax", (filename, 1, 1, source, 1, 1))
    types = [arg.value if isinstance(arg, Starred) else arg for arg in arguments.args]
    types += [each.value for each in arguments.keywords]
    return FunctionType(argtypes=types, returns=_tree(returns.strip(), filename, "eval").body)


def _compile(tree, mode):
    """The text that the compiler reads in place of a tree, and for each of its lines the one that it stands for."""
    wanted = {"exec": Module, "eval": Expression, "single": Interactive}.get(mode)
    if wanted is None:
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if not isinstance(tree, wanted):
        raise TypeError(f"expected {wanted.__name__} node, got {type(tree).__name__}")
    from _ast_unparse import lines_of
    return lines_of(tree)


def literal_eval(node_or_string):
    """The value of an expression of literals only: numbers, strings, bytes, tuples, lists, dicts, sets, booleans, `None`
    and `...`, written in a string or given as a tree."""
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(" \t"), mode="eval")
    return _literal(node.body if isinstance(node, Expression) else node)


def _malformed(node):
    line = getattr(node, "lineno", None)
    where = f" on line {line}" if line else ""
    return ValueError(f"malformed node or string{where}: {node!r}")


def _number(node):
    if isinstance(node, Constant) and type(node.value) in (int, float, complex):
        return node.value
    raise _malformed(node)


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand)
        return +value if isinstance(node.op, UAdd) else -value
    return _number(node)


def _literal(node):
    match node:
        case Constant():
            return node.value
        case Tuple():
            return tuple(map(_literal, node.elts))
        case List():
            return list(map(_literal, node.elts))
        case Set():
            return set(map(_literal, node.elts))
        case Call(func=Name(id="set"), args=[], keywords=[]):
            return set()
        case Dict():
            if len(node.keys) != len(node.values):
                raise _malformed(node)
            return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
        case BinOp(op=Add() | Sub()):
            left, right = _signed(node.left), _number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """The tree as text, for people: with the names of fields or without them, with places, in one line or indented."""
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {type(node).__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    return _Dump(annotate_fields, include_attributes, indent, show_empty).shown(node, 0)[0]


class _Dump:
    """How a tree is shown; each part with whether it is so simple that it does not break the line."""

    def __init__(self, names, places, indent, empty):
        self.names, self.places, self.indent, self.empty = names, places, indent, empty

    def shown(self, node, level):
        if isinstance(node, AST):
            return self.node(node, level + 1)
        if isinstance(node, list):
            if not node:
                return "[]", True
            items = [self.shown(item, level + 1)[0] for item in node]
            return f"[{self.joined(items, level + 1)}]", False
        return repr(node), True

    def joined(self, parts, level):
        if self.indent is None:
            return ", ".join(parts)
        line = "\n" + self.indent * level
        return line + ("," + line).join(parts)

    def node(self, node, level):
        cls = type(node)
        shown, held = [], []
        simple = True
        names = self.names

        def add(name, value):
            nonlocal simple
            text, is_simple = self.shown(value, level)
            simple = simple and is_simple
            shown.append(f"{name}={text}" if name else text)

        def default(name):
            return getattr(cls, name, ...)

        for name in node._fields:
            if not hasattr(node, name):
                names = True
                continue
            value = getattr(node, name)
            if value is None and default(name) is None:
                names = True
                continue
            if not self.empty and (value is None or value == []) and not isinstance(node, (Constant, MatchSingleton)):
                # Left out, unless one behind it is told by its position only.
                held.append(repr(value))
                continue
            if not names:
                shown += held
                held = []
            add(name if names else None, value)
        for name in node._attributes if self.places else ():
            value = getattr(node, name, ...)
            if value is not ... and not (value is None and default(name) is None):
                add(name, value)
        if simple and len(shown) <= 3:
            return f"{cls.__name__}({', '.join(shown)})", not shown
        return f"{cls.__name__}({self.joined(shown, level)})", False


_PLACES = ("lineno", "col_offset", "end_lineno", "end_col_offset")


def copy_location(new_node, old_node):
    """Gives a node the place of another, where both have one."""
    for name in _PLACES:
        if name in old_node._attributes and name in new_node._attributes and hasattr(old_node, name):
            value = getattr(old_node, name)
            if value is not None or name.startswith("end_"):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives all nodes without a place that of the node around them."""
    todo = [(node, (1, 0, 1, 0))]
    while todo:
        each, place = todo.pop()
        own = []
        for name, inherited in zip(_PLACES, place):
            if name in each._attributes:
                found = getattr(each, name, None)
                if found is None and (name.startswith("end_") or not hasattr(each, name)):
                    setattr(each, name, inherited)
                else:
                    inherited = found
            own.append(inherited)
        todo.extend((child, own) for child in iter_child_nodes(each))
    return node


def increment_lineno(node, n=1):
    """Moves a tree down by so many lines."""
    for child in walk(node):
        if "lineno" in child._attributes or isinstance(child, TypeIgnore):
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes and getattr(child, "end_lineno", 0) is not None:
            child.end_lineno = getattr(child, "end_lineno", 0) + n
    return node


def iter_fields(node):
    """The fields that a node has: name and value."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            continue


def iter_child_nodes(node):
    """The nodes right below a node."""
    for _, value in iter_fields(node):
        for item in value if isinstance(value, list) else (value,):
            if isinstance(item, AST):
                yield item


def walk(node):
    """A node and all below it, level by level."""
    found = [node]
    for each in found:
        found.extend(iter_child_nodes(each))
        yield each


def get_docstring(node, clean=True):
    """The docstring of a module, class or function, its indentation taken away; `None` if it has none."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{type(node).__name__!r} can't have docstrings")
    match node.body:
        case [Expr(value=Constant(value=str(text))), *_]:
            if clean:
                import inspect
                text = inspect.cleandoc(text)
            return text


def get_source_segment(source, node, *, padded=False):
    """The part of a text that a node was read from; `None` without its place."""
    place = [getattr(node, name, None) for name in _PLACES]
    if None in place:
        return None
    first, start, last, end = place
    import re
    lines = re.findall(r".*?(?:\r\n|\n|\r|$)", source)[first - 1:last]
    lines = [line.encode() for line in lines]
    lines[-1] = lines[-1][:end]
    before, lines[0] = lines[0][:start], lines[0][start:]
    text = b"".join(lines).decode()
    if padded and len(lines) > 1:
        text = "".join(c if c in "\f\t" else " " for c in before.decode()) + text
    return text


class NodeVisitor:
    """Walks a tree, calling `visit_NAME` for nodes of the class NAME, else going on to what is below."""

    def visit(self, node):
        """Visits a node."""
        visitor = getattr(self, f"visit_{type(node).__name__}", self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        """Visits what is below a node."""
        for child in iter_child_nodes(node):
            self.visit(child)

    def visit_Constant(self, node):
        names = [name for cls, name in _FORMER_NAMES if isinstance(node.value, cls) and type(node.value) is cls]
        method = names and getattr(self, f"visit_{names[0]}", None)
        if method:
            import warnings
            warnings.warn(f"visit_{names[0]} is deprecated; add visit_Constant", DeprecationWarning, 2)
            return method(node)
        return self.generic_visit(node)


_FORMER_NAMES = [
    (type(None), "NameConstant"), (bool, "NameConstant"), (int, "Num"), (float, "Num"), (complex, "Num"), (str, "Str"),
    (bytes, "Bytes"), (type(...), "Ellipsis"),
]


class NodeTransformer(NodeVisitor):
    """A visitor whose methods give what stands in the place of the node: another, several in a list, or `None`."""

    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, list):
                value[:] = self._changed(value)
            elif isinstance(value, AST):
                changed = self.visit(value)
                if changed is None:
                    delattr(node, name)
                else:
                    setattr(node, name, changed)
        return node

    def _changed(self, items):
        for item in items[:]:
            if not isinstance(item, AST):
                yield item
                continue
            item = self.visit(item)
            if isinstance(item, AST):
                yield item
            elif item is not None:
                yield from item


def unparse(ast_obj):
    """A text that means the tree."""
    from _ast_unparse import unparse
    return unparse(ast_obj)


def _old(name, base, make=None, advice="  Unused in Python 3."):
    """A class of former versions, which nothing makes any more; calling some gives what took their place."""
    body = {"__module__": "ast", "__doc__": f"Deprecated AST node class.{advice}"}
    if make:
        body["__new__"] = make
    return type(name, (base,), body)


slice = _old("slice", AST, advice="")
Index = _old("Index", slice, lambda cls, value, **kwargs: value, " Use the index value directly instead.")
ExtSlice = _old("ExtSlice", slice, lambda cls, dims=(), **kwargs: Tuple(list(dims), Load(), **kwargs),
                " Use ast.Tuple instead.")
Suite = _old("Suite", mod)
AugLoad, AugStore, Param = [_old(name, expr_context) for name in ("AugLoad", "AugStore", "Param")]


def _alias_of_value(name):
    text = f"Attribute {name} is deprecated and will be removed in Python 3.14; use value instead"

    def warn():
        import warnings
        warnings.warn(text, DeprecationWarning, stacklevel=3)

    def get(self):
        """Deprecated. Use value instead."""
        warn()
        return self.value

    def put(self, value):
        warn()
        self.value = value

    return property(get, put)


Constant.n = _alias_of_value("n")
Constant.s = _alias_of_value("s")
_FORMER = {
    "Num": (int, float, complex), "Str": (str,), "Bytes": (bytes,), "NameConstant": (type(None), bool),
    "Ellipsis": (type(...),),
}


def _former_class(name):
    """A class of former versions: calling it makes a `Constant`, and such constants are its instances."""
    text = f"ast.{name} is deprecated and will be removed in Python 3.14; use ast.Constant instead"

    class Meta(type):
        def __instancecheck__(cls, value):
            if cls is not made:
                return type.__instancecheck__(cls, value)
            if not isinstance(value, Constant):
                return False
            return type(value.value) in _FORMER[name]

        def __call__(cls, *args, **kwargs):
            import warnings
            warnings.warn(text, DeprecationWarning, stacklevel=2)
            if name == "Ellipsis":
                return Constant(..., *args, **kwargs)
            return Constant(*args, **kwargs)

    made = Meta(name, (Constant,), {"__module__": "ast", "_fields": ("n",) if name == "Num" else ("s",)})
    return made


def __getattr__(name):
    if name not in _FORMER:
        raise AttributeError(f"module 'ast' has no attribute '{name}'")
    import warnings
    warnings.warn(f"ast.{name} is deprecated and will be removed in Python 3.14; use ast.Constant instead",
                  DeprecationWarning, stacklevel=2)
    globals()[name] = found = _former_class(name)
    return found


def main():
    import argparse
    parser = argparse.ArgumentParser(prog="python -m ast")
    parser.add_argument("infile", nargs="?", default="-", help="the file to parse; defaults to stdin")
    parser.add_argument("-m", "--mode", default="exec", choices=("exec", "single", "eval", "func_type"),
                        help="specify what kind of code must be parsed")
    parser.add_argument("--no-type-comments", default=True, action="store_false",
                        help="don't add information about type comments")
    parser.add_argument("-a", "--include-attributes", action="store_true",
                        help="include attributes such as line numbers and column offsets")
    parser.add_argument("-i", "--indent", type=int, default=3, help="indentation of nodes (number of spaces)")
    args = parser.parse_args()
    if args.infile == "-":
        name, source = "<stdin>", sys.stdin.buffer.read()
    else:
        name = args.infile
        with open(name, "rb") as file:
            source = file.read()
    tree = parse(source, name, args.mode, type_comments=args.no_type_comments)
    print(dump(tree, include_attributes=args.include_attributes, indent=args.indent))


if __name__ == "__main__":
    main()
