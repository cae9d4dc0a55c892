"""Writes the tree of a file as the reference sees it: python3.13 reference.py FILE.py > FILE.tree"""
import ast
import struct
import sys
import warnings

class Dump:

    def __init__(self):
        self.d = 0
        self.out = []

    def line(self, t):
        self.out.append(' ' * self.d + t)

    def node(self, name, n, *kids):
        self.line(f'{name} {n.lineno}:{n.col_offset}-{n.end_lineno}:{n.end_col_offset}')
        self.d += 1
        for k in kids:
            self.any(k)
        self.d -= 1

    def group(self, name, *kids):
        self.line(name)
        self.d += 1
        for k in kids:
            self.any(k)
        self.d -= 1

    def any(self, k):
        if k is None:
            return
        if isinstance(k, str):
            self.line(k)
        elif isinstance(k, list):
            for x in k:
                self.any(x)
        elif isinstance(k, tuple):
            self.stmts(*k)
        elif callable(k):
            k()
        else:
            self.visit(k)

    def stmts(self, name, b):
        if b:
            self.group(name, list(b))

    def const(self, v, kind=None):

        def h(b):
            return b.hex()
        if v is None or v is True or v is False:
            return self.line(str(v))
        if v is ...:
            return self.line('Ellipsis')
        if isinstance(v, int):
            return self.line(str(v) if v.bit_length() < 10000 else hex(v))
        if isinstance(v, float):
            return self.line('float ' + struct.pack('>d', v).hex())
        if isinstance(v, complex):
            return self.line('complex ' + struct.pack('>d', v.imag).hex())
        if isinstance(v, str):
            return self.line(('u ' if kind else 's ') + h(v.encode('utf-8', 'surrogatepass')))
        if isinstance(v, bytes):
            return self.line('b ' + h(v))
        raise 0

    def op(self, o):
        return type(o).__name__

    def visit(self, n):
        t = type(n).__name__
        getattr(self, t)(n)

    def Expr(s, n):
        s.node('Expr', n, n.value)

    def Assign(s, n):
        s.node('Assign', n, n.targets, n.value)

    def AugAssign(s, n):
        s.node('AugAssign', n, n.target, s.op(n.op), n.value)

    def AnnAssign(s, n):
        s.node('AnnAssign', n, n.target, n.annotation, n.value, str(n.simple))

    def Return(s, n):
        s.node('Return', n, n.value)

    def Delete(s, n):
        s.node('Delete', n, n.targets)

    def Pass(s, n):
        s.node('Pass', n)

    def Break(s, n):
        s.node('Break', n)

    def Continue(s, n):
        s.node('Continue', n)

    def Raise(s, n):
        s.node('Raise', n, n.exc, n.cause)

    def Assert(s, n):
        s.node('Assert', n, n.test, n.msg)

    def Global(s, n):
        s.node('Global', n, n.names)

    def Nonlocal(s, n):
        s.node('Nonlocal', n, n.names)

    def Import(s, n):
        s.node('Import', n, n.names)

    def ImportFrom(s, n):
        s.node('ImportFrom', n, n.module or 'None', n.names, str(n.level))

    def alias(s, n):
        s.node('alias', n, n.name, n.asname and 'as ' + n.asname)

    def If(s, n):
        s.node('If', n, n.test, ('body', n.body), ('orelse', n.orelse))

    def While(s, n):
        s.node('While', n, n.test, ('body', n.body), ('orelse', n.orelse))

    def For(s, n):
        s.node(type(n).__name__, n, n.target, n.iter, ('body', n.body), ('orelse', n.orelse))
    AsyncFor = For

    def With(s, n):
        s.node(type(n).__name__, n, n.items, ('body', n.body))
    AsyncWith = With

    def withitem(s, n):
        s.group('withitem', n.context_expr, n.optional_vars)

    def Try(s, n):
        s.node(type(n).__name__, n, ('body', n.body), n.handlers, ('orelse', n.orelse), ('finalbody', n.finalbody))
    TryStar = Try

    def ExceptHandler(s, n):
        s.node('ExceptHandler', n, n.type, n.name, ('body', n.body))

    def Match(s, n):
        s.node('Match', n, n.subject, n.cases)

    def match_case(s, n):
        s.group('match_case', n.pattern, n.guard, ('body', n.body))

    def FunctionDef(s, n):
        s.node(type(n).__name__, n, n.name, n.args, ('body', n.body), n.decorator_list, n.returns, n.type_params)
    AsyncFunctionDef = FunctionDef

    def ClassDef(s, n):
        s.node('ClassDef', n, n.name, lambda: s.args(n.bases, n.keywords), ('body', n.body), n.decorator_list, n.type_params)

    def TypeAlias(s, n):
        s.node('TypeAlias', n, n.name, n.type_params, n.value)

    def TypeVar(s, n):
        s.node('TypeVar', n, n.name, n.bound, n.default_value)

    def TypeVarTuple(s, n):
        s.node('TypeVarTuple', n, n.name, n.default_value)

    def ParamSpec(s, n):
        s.node('ParamSpec', n, n.name, n.default_value)

    def arguments(s, n):
        s.line('arguments')
        s.d += 1
        pos = n.posonlyargs + n.args
        defs = [None] * (len(pos) - len(n.defaults)) + n.defaults
        k = len(n.posonlyargs)

        def grp(name, args, defs):
            s.line(name)
            s.d += 1
            for a, d in zip(args, defs):
                s.node('arg', a, a.arg, a.annotation)
                s.any(d)
            s.d -= 1
        grp('posonlyargs', n.posonlyargs, defs[:k])
        grp('args', n.args, defs[k:])
        grp('vararg', [n.vararg] if n.vararg else [], [None])
        grp('kwonlyargs', n.kwonlyargs, n.kw_defaults)
        grp('kwarg', [n.kwarg] if n.kwarg else [], [None])
        s.d -= 1

    def args(s, args, kws):
        for a in args:
            if isinstance(a, ast.Starred):
                s.group('Starred', a.value)
            else:
                s.any(a)
        for k in kws:
            if k.arg is None:
                s.group('keyword', k.value)
            else:
                s.node('keyword', k, k.arg, k.value)

    def MatchValue(s, n):
        s.node('MatchValue', n, n.value)

    def MatchSingleton(s, n):
        s.node('MatchSingleton', n, lambda: s.const(n.value))

    def MatchSequence(s, n):
        s.node('MatchSequence', n, n.patterns)

    def MatchMapping(s, n):
        s.node('MatchMapping', n, n.keys, n.patterns, n.rest or 'None')

    def MatchClass(s, n):
        s.node('MatchClass', n, n.cls, n.patterns, n.kwd_attrs, n.kwd_patterns)

    def MatchStar(s, n):
        s.node('MatchStar', n, n.name or 'None')

    def MatchAs(s, n):
        s.node('MatchAs', n, n.pattern, n.name or 'None')

    def MatchOr(s, n):
        s.node('MatchOr', n, n.patterns)

    def Name(s, n):
        s.node('Name', n, n.id)

    def Constant(s, n):
        s.node('Constant', n, lambda: s.const(n.value, n.kind))

    def parts(s, vals):
        for v in vals:
            if isinstance(v, ast.Constant):
                s.const(v.value)
            else:
                s.node('FormattedValue', v, v.value, chr(v.conversion) if v.conversion != -1 else '-', (lambda: s.group('spec', lambda: s.parts(v.format_spec.values))) if v.format_spec else None)

    def JoinedStr(s, n):
        s.node('JoinedStr', n, lambda: s.parts(n.values))

    def BoolOp(s, n):
        s.node('BoolOp', n, s.op(n.op), n.values)

    def NamedExpr(s, n):
        s.node('NamedExpr', n, n.target, n.value)

    def BinOp(s, n):
        s.node('BinOp', n, n.left, s.op(n.op), n.right)

    def UnaryOp(s, n):
        s.node('UnaryOp', n, s.op(n.op), n.operand)

    def Lambda(s, n):
        s.node('Lambda', n, n.args, n.body)

    def IfExp(s, n):
        s.node('IfExp', n, n.test, n.body, n.orelse)

    def Dict(s, n):
        s.node('Dict', n, *[y for k, v in zip(n.keys, n.values) for y in (k if k is not None else 'None', v)])

    def Set(s, n):
        s.node('Set', n, n.elts)

    def List(s, n):
        s.node('List', n, n.elts)

    def Tuple(s, n):
        s.node('Tuple', n, n.elts)

    def comprehension(s, n):
        s.group('async comprehension' if n.is_async else 'comprehension', n.target, n.iter, n.ifs)

    def ListComp(s, n):
        s.node(type(n).__name__, n, n.elt, n.generators)
    SetComp = GeneratorExp = ListComp

    def DictComp(s, n):
        s.node('DictComp', n, n.key, n.value, n.generators)

    def Await(s, n):
        s.node('Await', n, n.value)

    def Yield(s, n):
        s.node('Yield', n, n.value)

    def YieldFrom(s, n):
        s.node('YieldFrom', n, n.value)

    def Compare(s, n):
        s.node('Compare', n, n.left, *[y for o, v in zip(n.ops, n.comparators) for y in (s.op(o), v)])

    def Call(s, n):
        s.node('Call', n, n.func, lambda: s.args(n.args, n.keywords))

    def Attribute(s, n):
        s.node('Attribute', n, n.value, n.attr)

    def Subscript(s, n):
        s.node('Subscript', n, n.value, n.slice)

    def Slice(s, n):
        s.node('Slice', n, n.lower or 'None', n.upper or 'None', n.step or 'None')

    def Starred(s, n):
        s.node('Starred', n, n.value)
warnings.simplefilter('ignore')
with open(sys.argv[1], 'rb') as file:
    dump = Dump()
    dump.stmts('body', ast.parse(file.read()).body)
    sys.stdout.write(''.join((line + '\n' for line in dump.out)))
