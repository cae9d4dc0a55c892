# Code of a tree says the lines that its nodes say, in whatever order they stand, and may have names that nobody could write.
import ast
import copy
import traceback
import warnings

TEXT = '''
def f(x):
    if x: y = 1; z = 2
    return (x +
            1 / 0)
class A:
    @property
    def p(self): raise ValueError("in p")
x = """a
b
"""
A().p
'''
tree = ast.parse(TEXT)
tree.body.insert(0, ast.parse("import os; q = 5").body[0])
tree.body.insert(2, ast.parse("q = 5").body[0])
space = {}
try:
    exec(compile(tree, "<tree>", "exec"), space)
except ValueError as error:
    print([entry.lineno for entry in traceback.extract_tb(error.__traceback__)][1:])  # expect: [12, 8]
print(space["f"].__code__.co_firstlineno, space["A"].p.fget.__code__.co_firstlineno)  # expect: 2 7
try:
    space["f"](1)
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_code.co_name)  # expect: f

hidden = ast.parse("import builtins as made\nprint(made.len('abc'))\ndef g(made): return made\nprint(g(made=1))")
for node in ast.walk(hidden):
    for field in ("id", "asname", "arg"):
        if getattr(node, field, None) == "made":
            setattr(node, field, "@py made")
exec(compile(hidden, "<hidden>", "exec"))
# expect: 3
# expect: 1
print(hidden.body[0].names[0].asname)  # expect: @py made

with warnings.catch_warnings():
    warnings.simplefilter("error")
    print(ast.dump(copy.deepcopy(tree)) == ast.dump(tree))  # expect: True
print([type(each).__name__ for each in tree.body[0].__reduce_ex__(4)[1]])  # expect: ['NoneType']
