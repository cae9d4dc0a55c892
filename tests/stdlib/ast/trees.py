"""Trees read, shown, changed, written, evaluated and compiled."""
import ast
import warnings

SOURCE = '''"""doc"""
from __future__ import annotations
import a.b as c, d
from . import e
from ..f import g as h
@deco(1)
async def fn[T: int = str, *Ts, **P](a, /, b: int = 1, *args: *Ts, c, d=2, **kw) -> None:
    "inner"
    global x, y
    async with a() as b, c:
        await d
    async for i, j in k: break
    else: continue
    return (yield)
class C(B, metaclass=M, **kw):
    x: int = 3
    (y): str
    def m(self): return lambda *, k=1: (k, *self)
for i in 1, 2: del i, a.b, a[1:2, ::3]
while not a or b and -c ** ~d: x += 1; y @= 2
try: pass
except (A, B) as e: raise X from e
except: raise
else: assert a, "no"
finally: nonlocal_ = 1
try: pass
except* E: pass
if a < b <= c is not d in e: pass
elif (n := f(*a, b, k=1, **kw)): pass
else: x = [i for i in j if k if l] + [*m], {1: 2, **n}, {3}, {p: q for p in q async for r in s}
match x:
    case {"k": 1, **rest} | [a, *_, -1] if a: pass
    case C(1, k="x" "y") | None: pass
    case (1 | 2) as z: pass
    case _: pass
type A[T] = list[T]
x = f"a{b!r:>{w}}{{c}} {d=}" "e" 'f\\n' if 1.5j else b"z" + u"u" + ... + 10**30
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree, indent=2))
print(ast.unparse(tree))
print(ast.dump(ast.parse("a = f(b)\nc"), include_attributes=True))
print(ast.dump(ast.parse("a.b[c] = 1").body[0], annotate_fields=False), ast.dump(ast.parse("[]", mode="eval"), show_empty=True))
print(ast.dump(ast.parse("x\n", mode="single")), ast.dump(ast.parse("(int, *str) -> a", mode="func_type")))

for text in ["[1, 'a', b'c', -2.5, 1+2j, None, True, ..., (), (1,), {}, {'k': {1}}, set()]", "  '''t'''", "-1", "1 + 1", "f()",
             "a", "{**a}", "1 +", "[1,\n 2 * 3]", "''.join", "lambda: 0"]:
    try:
        print(ast.literal_eval(text))
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).replace(hex(id(error)), "")[:40])


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print(node.id, type(node.ctx).__name__, end="; ")

    def visit_FunctionDef(self, node):
        print("def", node.name, end="; ")
        self.generic_visit(node)


Names().visit(ast.parse("def f(a): return a + b\nc = d"))
print()


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        return [node, ast.Expr(ast.Name("twice"))]


changed = Double().visit(ast.parse("x = 1 + 2\npass\ny"))
print(ast.unparse(changed))
print(ast.dump(ast.fix_missing_locations(changed), include_attributes=True))
print(ast.dump(ast.increment_lineno(ast.parse("x"), 3), include_attributes=True))
print([type(node).__name__ for node in ast.walk(ast.parse("a + b"))], list(ast.iter_fields(ast.parse("pass"))) != [])
print(ast.get_docstring(tree), ast.get_docstring(tree.body[5]), ast.get_docstring(ast.parse("x")))
source = "if x:\n    call(1,\n         2)"
call = ast.parse(source).body[0].body[0]
print(repr(ast.get_source_segment(source, call)), repr(ast.get_source_segment(source, call, padded=True)))

# Nodes made by hand.
node = ast.BinOp(ast.Constant(1), op=ast.Add(), right=ast.Name("x", ast.Load()), lineno=1, col_offset=0)
print(ast.dump(node), node._fields, ast.BinOp.__match_args__, ast.BinOp._attributes, ast.Name.__doc__)
print(ast.FunctionDef._field_types["args"], ast.expr.__subclasses__()[:2], ast.Call(func=node).args)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    ast.Name()
    ast.Name("x", other=1)
    ast.Num(3)
    print([str(each.message) for each in caught], isinstance(ast.Constant(1), ast.Num))
for wrong in [lambda: ast.Name("a", ast.Load(), 1), lambda: ast.Name("a", id="b"), lambda: ast.dump(1),
              lambda: compile(ast.parse("x"), "f", "eval"), lambda: compile(ast.Expression(ast.Name("x")), "f", "eval"),
              lambda: ast.get_docstring(node)]:
    try:
        wrong()
    except TypeError as error:
        print(error)

# Trees that run.
exec(compile(ast.parse("def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nprint(f(15))"), "<tree>", "exec"))
print(eval(compile(ast.Expression(ast.fix_missing_locations(node)), "<tree>", "eval"), {"x": 41}))
try:
    exec(compile(ast.parse("a = 1\n\nb = [\n  2]\n1 / 0"), "<tree>", "exec"))
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_lineno)
try:
    ast.parse("x = = 1", "name.py")
except SyntaxError as error:
    print(error.filename, error.lineno, error.offset, error.msg)
