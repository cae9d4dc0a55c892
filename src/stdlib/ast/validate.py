"""What the compiler demands of a syntax tree: types of fields, contexts, bodies, names and patterns."""
import ast
from _ast import _CLASSES

_CONSTANTS = frozenset({'None', 'True', 'False'})
_PLAIN = (int, float, complex, str, bytes, bool, type(None), type(...))
_NUMBERS = (int, float, complex)
_LITERALS = (*_NUMBERS, str, bytes)
_ABSTRACT = (ast.expr, ast.stmt, ast.pattern, ast.type_param, ast.excepthandler)


def validate(tree):
    """Complain of a tree that no text could have given."""
    _check(tree)
    if isinstance(tree, ast.Expression):
        _expr(tree.body)
    else:
        _statements(tree.body)


def _refuse(text):
    raise ValueError(text)


def _kind(node):
    return type(node).__name__


def _place(node):
    line, column = node.lineno, node.col_offset
    last = line if getattr(node, 'end_lineno', None) is None else node.end_lineno
    end = column if getattr(node, 'end_col_offset', None) is None else node.end_col_offset
    if line > last:
        _refuse(f'AST node line range ({line}, {last}) is not valid')
    if line < 0 and last != line or column < 0 and column != end:
        _refuse(f'AST node column range ({column}, {end}) for line range ({line}, {last}) is not valid')
    if line == last and column > end:
        _refuse(f'line {line}, column {column}-{end} is not a valid range')


def _name(name):
    if name in _CONSTANTS:
        _refuse(f"identifier field can't represent '{name}' constant")


def _filled(items, what, owner):
    if not items:
        _refuse(f'empty {what} on {_kind(owner)}')
    return items


# Fields.

def _check(node):
    """Complain of nodes that lack what the compiler needs, or have what it cannot use."""
    cls = type(node)
    kinds = getattr(cls, '_field_kinds', {})
    if cls in _ABSTRACT:
        raise TypeError(f'expected some sort of {cls.__name__}, but got {node!r}')
    for name in node._fields:
        kind, mark = kinds.get(name, (None, '?'))
        value = getattr(node, name, None)
        if mark == '' and value is None and not isinstance(node, (ast.Constant, ast.MatchSingleton)):
            if not hasattr(node, name):
                raise TypeError(f'required field "{name}" missing from {_kind(node)}')
            raise ValueError(f"field '{name}' is required for {_kind(node)}")
        if '*' in mark and not isinstance(value, list):
            if hasattr(node, name):
                raise TypeError(f'{_kind(node)} field "{name}" must be a list, not a {type(value).__name__}')
            raise TypeError(f'required field "{name}" missing from {_kind(node)}')
        for item in value if '*' in mark else (value,):
            if item is not None:
                _check_item(kind, item)
    for name in 'lineno', 'col_offset':
        if name in node._attributes and not hasattr(node, name):
            base = next(cls for cls in type(node).__mro__ if '_attributes' in vars(cls))
            raise TypeError(f'required field "{name}" missing from {base.__name__}')


def _check_item(kind, item):
    wanted = _CLASSES.get(kind)
    if isinstance(wanted, type):
        if not isinstance(item, wanted):
            if isinstance(item, ast.AST) or 'lineno' not in wanted._attributes or wanted is ast.expr:
                raise TypeError(f'expected some sort of {kind}, but got {item!r}')
            raise TypeError(f'required field "lineno" missing from {kind}')
        _check(item)
    elif kind == 'identifier' and type(item) is not str:
        raise TypeError('AST identifier must be of type str')
    elif kind == 'string' and type(item) not in (str, bytes):
        raise TypeError('AST string must be of type str')
    elif kind == 'int' and not isinstance(item, int):
        raise ValueError(f'invalid integer value: {item!r}')


# Expressions.

def _expr(node, context='Load'):
    _place(node)
    own = getattr(node, 'ctx', None)
    if isinstance(node, ast.Name):
        _name(node.id)
    if own is None and context != 'Load':
        _refuse(f"expression which can't be assigned to in {context} context")
    if own is not None and _kind(own) != context:
        _refuse(f'expression must have {context} context but has {_kind(own)} instead')
    check = _EXPRESSIONS.get(_kind(node))
    if check is not None:
        check(node)
    elif isinstance(node, (ast.List, ast.Tuple)):
        _exprs(node.elts, context)
    elif isinstance(node, ast.Starred):
        _expr(node.value, context)
    else:
        _parts(node)


def _exprs(nodes, context='Load', may_lack=False):
    for node in nodes:
        if node is not None:
            _expr(node, context)
        elif not may_lack:
            _refuse('None disallowed in expression list')


def _optional(*nodes, context='Load'):
    _exprs(nodes, context, may_lack=True)


def _parts(node):
    """Expressions of which nothing is demanded but that their parts are fine."""
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            if node._field_kinds[name][0] == 'expr':
                _exprs(value)
        elif isinstance(value, ast.expr):
            _expr(value)


def _bool_op(node):
    if len(node.values) < 2:
        _refuse('BoolOp with less than 2 values')
    _exprs(node.values)


def _compare(node):
    if not node.comparators:
        _refuse('Compare with no comparators')
    if len(node.comparators) != len(node.ops):
        _refuse('Compare has a different number of comparators and operands')
    _exprs([*node.comparators, node.left])


def _dict(node):
    if len(node.keys) != len(node.values):
        _refuse("Dict doesn't have the same number of keys as values")
    _exprs(node.keys, may_lack=True)
    _exprs(node.values)


def _comprehension(node):
    if not node.generators:
        _refuse('comprehension with no generators')
    for each in node.generators:
        _expr(each.target, 'Store')
        _expr(each.iter)
        _exprs(each.ifs)
    _exprs([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])


def _call(node):
    _expr(node.func)
    _exprs(node.args)
    _keywords(node.keywords)


def _keywords(nodes):
    _exprs([node.value for node in nodes])


def _constant(node):
    _constant_value(node.value)


def _constant_value(value):
    if type(value) in (tuple, frozenset):
        for item in value:
            _constant_value(item)
    elif type(value) not in _PLAIN:
        raise TypeError(f'got an invalid type in Constant: {type(value).__name__}')


def _lambda(node):
    _arguments(node.args)
    _expr(node.body)


_EXPRESSIONS = {
    'BoolOp': _bool_op, 'Call': _call, 'Compare': _compare, 'Constant': _constant, 'Dict': _dict, 'Lambda': _lambda,
    'NamedExpr': lambda node: _expr(node.value),
    **dict.fromkeys(('ListComp', 'SetComp', 'DictComp', 'GeneratorExp'), _comprehension),
}


# Parameters.

def _arguments(node):
    by_place = node.posonlyargs + node.args
    alone = [each for each in (node.vararg, node.kwarg) if each is not None]
    _optional(*(each.annotation for each in by_place + node.kwonlyargs + alone))
    if len(node.defaults) > len(by_place):
        _refuse('more positional defaults than args on arguments')
    if len(node.kw_defaults) != len(node.kwonlyargs):
        _refuse('length of kwonlyargs is not the same as kw_defaults on arguments')
    _exprs(node.defaults)
    _exprs(node.kw_defaults, may_lack=True)


def _type_params(nodes):
    for node in nodes:
        _place(node)
        _name(node.name)
        _optional(getattr(node, 'bound', None), node.default_value)


# Statements.

def _statements(nodes):
    for node in nodes:
        if node is None:
            _refuse('None disallowed in statement list')
        _place(node)
        check = _STATEMENTS.get(_kind(node))
        if check is not None:
            check(node)


def _body(node):
    _statements(_filled(node.body, 'body', node))


def _function(node):
    _body(node)
    _type_params(node.type_params)
    _arguments(node.args)
    _exprs(node.decorator_list)
    _optional(node.returns)


def _class(node):
    _body(node)
    _type_params(node.type_params)
    _exprs(node.bases)
    _keywords(node.keywords)
    _exprs(node.decorator_list)


def _assign(node):
    _exprs(_filled(node.targets, 'targets', node), 'Store')
    _expr(node.value)


def _augmented(node):
    _expr(node.target, 'Store')
    _expr(node.value)


def _annotated(node):
    if node.simple and not isinstance(node.target, ast.Name):
        raise TypeError('AnnAssign with simple non-Name target')
    _expr(node.target, 'Store')
    _optional(node.value, node.annotation)


def _alias(node):
    if not isinstance(node.name, ast.Name):
        raise TypeError('TypeAlias with non-Name name')
    _expr(node.name, 'Store')
    _type_params(node.type_params)
    _expr(node.value)


def _for(node):
    _expr(node.target, 'Store')
    _expr(node.iter)
    _body(node)
    _statements(node.orelse)


def _tested(node):
    _expr(node.test)
    _body(node)
    _statements(node.orelse)


def _with(node):
    for item in _filled(node.items, 'items', node):
        _expr(item.context_expr)
        _optional(item.optional_vars, context='Store')
    _body(node)


def _match(node):
    _expr(node.subject)
    for case in _filled(node.cases, 'cases', node):
        _pattern(case.pattern)
        _optional(case.guard)
        _body(case)


def _raise(node):
    if node.exc is None and node.cause is not None:
        _refuse('Raise with cause but no exception')
    _optional(node.exc, node.cause)


def _try(node):
    _body(node)
    if not node.handlers and not node.finalbody:
        _refuse(f'{_kind(node)} has neither except handlers nor finalbody')
    if not node.handlers and node.orelse:
        _refuse(f'{_kind(node)} has orelse but no except handlers')
    for handler in node.handlers:
        _place(handler)
        _optional(handler.type)
        _body(handler)
    _statements(node.orelse)
    _statements(node.finalbody)


def _import_from(node):
    if (node.level or 0) < 0:
        _refuse('Negative ImportFrom level')
    _named(node)


def _named(node):
    _filled(node.names, 'names', node)


_STATEMENTS = {
    'FunctionDef': _function, 'AsyncFunctionDef': _function, 'ClassDef': _class, 'Assign': _assign,
    'AugAssign': _augmented, 'AnnAssign': _annotated, 'TypeAlias': _alias, 'For': _for, 'AsyncFor': _for,
    'While': _tested, 'If': _tested, 'With': _with, 'AsyncWith': _with, 'Match': _match, 'Raise': _raise, 'Try': _try,
    'TryStar': _try, 'Import': _named, 'ImportFrom': _import_from, 'Global': _named, 'Nonlocal': _named,
    'Return': lambda node: _optional(node.value), 'Expr': lambda node: _expr(node.value),
    'Delete': lambda node: _exprs(_filled(node.targets, 'targets', node), 'Del'),
    'Assert': lambda node: _optional(node.test, node.msg),
}


# Patterns.

def _pattern(node, may_be_star=False):
    _place(node)
    if isinstance(node, ast.MatchStar) and not may_be_star:
        _refuse("can't use MatchStar here")
    _PATTERNS[_kind(node)](node)


def _patterns(nodes, may_be_star=False):
    for node in nodes:
        _pattern(node, may_be_star)


def _captured(name):
    if name == '_':
        _refuse("can't capture name '_' in patterns")
    if name is not None:
        _name(name)


def _is_number(node, kinds):
    return isinstance(node, ast.Constant) and type(node.value) in kinds


def _is_signed(node, kinds):
    negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
    return negated and _is_number(node.operand, kinds)


def _is_complex(node):
    real = (int, float)
    return (
        isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)) and _is_number(node.right, (complex,))
        and (_is_number(node.left, real) or _is_signed(node.left, real))
    )


def _literal(node):
    _expr(node)
    if isinstance(node, ast.Constant):
        if type(node.value) not in _LITERALS:
            _refuse('unexpected constant inside of a literal pattern')
    elif not (isinstance(node, (ast.Attribute, ast.JoinedStr)) or _is_signed(node, _NUMBERS) or _is_complex(node)):
        _refuse('patterns may only match literals and attribute lookups')


def _singleton(node):
    if node.value is not None and node.value is not True and node.value is not False:
        _refuse('MatchSingleton can only contain True, False and None')


def _mapping(node):
    if len(node.keys) != len(node.patterns):
        _refuse("MatchMapping doesn't have the same number of keys as patterns")
    _captured(node.rest)
    for key in node.keys:
        if not _is_number(key, (bool, type(None))):
            _literal(key)
    _patterns(node.patterns)


def _class_pattern(node):
    if len(node.kwd_attrs) != len(node.kwd_patterns):
        _refuse("MatchClass doesn't have the same number of keyword attributes as patterns")
    _expr(node.cls)
    owner = node.cls
    while isinstance(owner, ast.Attribute):
        owner = owner.value
    if not isinstance(owner, ast.Name):
        _refuse('MatchClass cls field can only contain Name or Attribute nodes.')
    for name in node.kwd_attrs:
        _name(name)
    _patterns(node.patterns)
    _patterns(node.kwd_patterns)


def _as(node):
    _captured(node.name)
    if node.pattern is not None:
        if node.name is None:
            _refuse('MatchAs must specify a target name if a pattern is given')
        _pattern(node.pattern)


def _or(node):
    if len(node.patterns) < 2:
        _refuse('MatchOr requires at least 2 patterns')
    _patterns(node.patterns)


_PATTERNS = {
    'MatchValue': lambda node: _literal(node.value), 'MatchSingleton': _singleton, 'MatchMapping': _mapping,
    'MatchSequence': lambda node: _patterns(node.patterns, True), 'MatchClass': _class_pattern,
    'MatchStar': lambda node: _captured(node.name), 'MatchAs': _as, 'MatchOr': _or,
}
