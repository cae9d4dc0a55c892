# What the compiler demands of a tree beyond the types of its fields.
import ast

load, store = ast.Load(), ast.Store()


def name(context=load, text="x"):
    return ast.Name(text, context)


def refused(*nodes):
    for node in nodes:
        body = ast.Expr(node) if isinstance(node, ast.expr) else node
        tree = ast.fix_missing_locations(ast.Module([body], []))
        try:
            compile(tree, "tree", "exec")
            print("fine")
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error, sep=": ")


def matched(pattern):
    return ast.Match(name(), [ast.match_case(pattern, None, [ast.Pass()])])


nothing = ast.arguments([], [], None, [], [], None, [])
refused(
    name(store), name(load, "None"), name(load, 3), ast.Constant(int), ast.Constant((1, [2])), ast.Constant(True),
    ast.Dict([], [name()]), ast.BoolOp(ast.And(), [name()]), ast.Compare(name(), [], []),
    ast.Compare(name(), [ast.In()], [name(), name()]), ast.ListComp(name(), []), ast.List([None], load),
    ast.GeneratorExp(name(), [ast.comprehension(name(), name(), [], 0)]), ast.Attribute(name(store), "y", load),
    ast.Lambda(ast.arguments([], [], None, [], [name()], None, []), name()),
    ast.BinOp(name(), ast.Add, name()),
)
refused(
    ast.Import([]), ast.ImportFrom(None, [ast.alias("x")], -1), ast.Global([]), ast.Raise(None, name()),
    ast.Try([ast.Pass()], [], [], []), ast.Try([ast.Pass()], [], [ast.Pass()], [ast.Pass()]), ast.Delete([name()]),
    ast.Assign([], name()), ast.Assign([ast.Constant(1)], name()), ast.AnnAssign(ast.Tuple([], store), name(), None, 1),
    ast.While(name(), [], []), ast.With([], [ast.Pass()]), ast.FunctionDef("f", nothing, [], []),
    ast.ClassDef("c", [], [], [None], []), ast.TypeAlias(ast.Constant(1), [], name()),
)
refused(*map(matched, [
    ast.MatchValue(name()), ast.MatchValue(ast.Constant(...)), ast.MatchSingleton(3), ast.MatchMapping([], [], "_"),
    ast.MatchMapping([ast.Constant(1)], [], None), ast.MatchClass(ast.Constant(1), [], [], []),
    ast.MatchClass(name(), [], ["a"], []), ast.MatchStar("x"), ast.MatchAs(ast.MatchAs(), None), ast.MatchOr([]),
    ast.MatchAs(name="_"), ast.MatchValue(ast.UnaryOp(ast.USub(), ast.Constant(1))),
]))
tree = ast.parse("x")
tree.body[0].value.end_col_offset = -1
try:
    compile(tree, "tree", "exec")
except ValueError as error:
    print(error)


class Own(ast.AST):
    _fields = ("a", "b", "c")
    _field_types = {"a": int | None, "b": list[str], "c": ast.expr_context}
    a = None


print(Own().a, Own().b, type(Own().c).__name__)
