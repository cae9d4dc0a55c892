"""The classes of the nodes of syntax trees, made from a table in the notation of the grammar's description."""
import itertools
from _types import GenericAlias as _GenericAlias, UnionType as _UnionType

_GRAMMAR = """
mod = Module(stmt* body, type_ignore* type_ignores)
    | Interactive(stmt* body)
    | Expression(expr body)
    | FunctionType(expr* argtypes, expr returns)
stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
     | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
     | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
     | Return(expr? value)
     | Delete(expr* targets)
     | Assign(expr* targets, expr value, string? type_comment)
     | TypeAlias(expr name, type_param* type_params, expr value)
     | AugAssign(expr target, operator op, expr value)
     | AnnAssign(expr target, expr annotation, expr? value, int simple)
     | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
     | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
     | While(expr test, stmt* body, stmt* orelse)
     | If(expr test, stmt* body, stmt* orelse)
     | With(withitem* items, stmt* body, string? type_comment)
     | AsyncWith(withitem* items, stmt* body, string? type_comment)
     | Match(expr subject, match_case* cases)
     | Raise(expr? exc, expr? cause)
     | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
     | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
     | Assert(expr test, expr? msg)
     | Import(alias* names)
     | ImportFrom(identifier? module, alias* names, int? level)
     | Global(identifier* names)
     | Nonlocal(identifier* names)
     | Expr(expr value)
     | Pass
     | Break
     | Continue
expr = BoolOp(boolop op, expr* values)
     | NamedExpr(expr target, expr value)
     | BinOp(expr left, operator op, expr right)
     | UnaryOp(unaryop op, expr operand)
     | Lambda(arguments args, expr body)
     | IfExp(expr test, expr body, expr orelse)
     | Dict(expr?* keys, expr* values)
     | Set(expr* elts)
     | ListComp(expr elt, comprehension* generators)
     | SetComp(expr elt, comprehension* generators)
     | DictComp(expr key, expr value, comprehension* generators)
     | GeneratorExp(expr elt, comprehension* generators)
     | Await(expr value)
     | Yield(expr? value)
     | YieldFrom(expr value)
     | Compare(expr left, cmpop* ops, expr* comparators)
     | Call(expr func, expr* args, keyword* keywords)
     | FormattedValue(expr value, int conversion, expr? format_spec)
     | JoinedStr(expr* values)
     | Constant(constant value, string? kind)
     | Attribute(expr value, identifier attr, expr_context ctx)
     | Subscript(expr value, expr slice, expr_context ctx)
     | Starred(expr value, expr_context ctx)
     | Name(identifier id, expr_context ctx)
     | List(expr* elts, expr_context ctx)
     | Tuple(expr* elts, expr_context ctx)
     | Slice(expr? lower, expr? upper, expr? step)
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg(identifier arg, expr? annotation, string? type_comment)
keyword(identifier? arg, expr value)
alias(identifier name, identifier? asname)
withitem(expr context_expr, expr? optional_vars)
match_case(pattern pattern, expr? guard, stmt* body)
pattern = MatchValue(expr value)
        | MatchSingleton(constant value)
        | MatchSequence(pattern* patterns)
        | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
        | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
        | MatchStar(identifier? name)
        | MatchAs(pattern? pattern, identifier? name)
        | MatchOr(pattern* patterns)
type_ignore = TypeIgnore(int lineno, string tag)
type_param = TypeVar(identifier name, expr? bound, expr? default_value)
           | ParamSpec(identifier name, expr? default_value)
           | TypeVarTuple(identifier name, expr? default_value)
"""

PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_ONLY_AST = 0x400
PyCF_OPTIMIZED_AST = 0x8400
PyCF_TYPE_COMMENTS = 0x1000

_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")
_PLACED = {"stmt", "expr", "excepthandler", "arg", "keyword", "alias", "pattern", "type_param"}
# In these the end is a matter of course, so that the classes give none.
_WITHOUT_END = {"pattern", "type_param"}
_FIELD_CLASSES = {"identifier": str, "string": str, "constant": object, "int": int}


def _warn(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


class AST:
    """The base of all nodes: fields by position or by name."""

    _fields = ()
    __match_args__ = ()
    _attributes = ()
    _absent = {}

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = self._fields
        if len(args) > len(fields):
            count = f"{len(fields)} positional argument{'s' * (len(fields) != 1)}"
            raise TypeError(f"{cls.__name__} constructor takes at most {count}")
        remaining = dict.fromkeys(fields)
        for name, value in zip(fields, args):
            setattr(self, name, value)
            del remaining[name]
        for name, value in kwargs.items():
            if name in fields:
                if name not in remaining:
                    raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
                del remaining[name]
            elif name not in self._attributes:
                _warn(f"{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. Support for "
                      "arbitrary keyword arguments is deprecated and will be removed in Python 3.15.")
            setattr(self, name, value)
        if remaining:
            self._fill(remaining)

    def _fill(self, names):
        # A class of a script may say itself what its fields are.
        types = getattr(type(self), "_field_types", None)
        if types is None:
            return
        for name in names:
            kind = types.get(name)
            if name not in types:
                _warn(f"Field {name!r} is missing from {type(self).__name__}._field_types. This will become an error "
                      "in Python 3.15.")
            elif isinstance(kind, _GenericAlias):
                setattr(self, name, [])
            elif kind is expr_context:
                setattr(self, name, _SHARED["Load"])
            elif not isinstance(kind, _UnionType):
                _warn(f"{type(self).__name__}.__init__ missing 1 required positional argument: {name!r}. This will "
                      "become an error in Python 3.15.")

    def __reduce__(self):
        state = dict(vars(self))
        # Fields at the front that would be missed are given, so that making the node again says nothing.
        given = [None for _ in itertools.takewhile(state.__contains__, self._fields)]
        return type(self), tuple(given), state


def _field_class(kind, mark, namespace):
    found = _FIELD_CLASSES.get(kind) or namespace[kind]
    if "*" in mark:
        return list[found]
    return found | None if mark else found


def _make(name, base, fields, doc, namespace):
    names = tuple(field for _, _, field in fields)
    body = {"_fields": names, "__match_args__": names, "__module__": "ast", "__doc__": doc}
    body.update((field, None) for _, mark, field in fields if mark == "?")
    body["_field_kinds"] = {field: (kind, mark) for kind, mark, field in fields}
    made = type(name, (base,), body)
    namespace[name] = made
    return made


def _parse_fields(text):
    fields = []
    for field in filter(None, text.rstrip(")").split(", ")):
        kind, name = field.split()
        plain = kind.rstrip("?*")
        fields.append((plain, kind[len(plain):], name))
    return fields


def _make_all(namespace):
    made = []
    blocks = []
    for line in _GRAMMAR.strip().splitlines():
        if line[0] == " ":
            blocks[-1] += "\n" + line
        else:
            blocks.append(line)
    for block in blocks:
        block = block.replace("?*", "*")
        head, equals, body = block.partition(" = ")
        name, _, fields = head.partition("(")
        base = _make(name, AST, _parse_fields(fields), block, namespace)
        made.append(base)
        if name in _PLACED:
            base._attributes = _PLACE
            if name not in _WITHOUT_END:
                base.end_lineno = base.end_col_offset = None
        for each in map(str.strip, body.split("|") if equals else ()):
            kind, _, fields = each.partition("(")
            cls = _make(kind, base, _parse_fields(fields), each, namespace)
            made.append(cls)
            if not fields and name != "stmt":
                _SHARED[kind] = cls()
    for cls in made:
        cls._field_types = {field: _field_class(kind, mark, namespace)
                            for field, (kind, mark) in cls._field_kinds.items()}
        cls.__annotations__ = cls._field_types


# The objects that stand for operators and contexts in every tree that is parsed.
_SHARED = {}
AST.__module__ = "ast"
_make_all(globals())
_CLASSES = {name: value for name, value in globals().items() if isinstance(value, type)} | _SHARED
