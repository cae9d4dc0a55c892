"""Making a program that differs small: statements are left out, blocks opened, expressions replaced by their parts."""
import ast
import time

from compare import Batch, differs


def sites(tree):
    """Every list of statements in a tree."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block:
                yield node, field


def fresh(text):
    return ast.parse(text)


def smaller(text):
    """Texts that are a step smaller, the boldest steps first."""
    found = []

    def note(tree):
        try:
            changed = ast.unparse(ast.fix_missing_locations(tree))
            ast.parse(changed)
        except (SyntaxError, ValueError, AttributeError, TypeError, RecursionError):
            return
        if changed != text and len(changed) <= len(text) + 2:
            found.append(changed)

    count = len(list(sites(fresh(text))))
    for which in range(count):
        length = len(getattr(*list(sites(fresh(text)))[which]))
        size = length
        while size:
            for at in range(0, length, size):
                tree = fresh(text)
                node, field = list(sites(tree))[which]
                block = getattr(node, field)
                del block[at:at + size]
                if not block and field == "body" and not isinstance(node, ast.Module):
                    block.append(ast.Pass())
                note(tree)
            size //= 2
        for at in range(length):
            tree = fresh(text)
            node, field = list(sites(tree))[which]
            block = getattr(node, field)
            inner = getattr(block[at], "body", None)
            if isinstance(inner, list) and field not in ("handlers", "cases"):
                block[at:at + 1] = inner
                note(tree)
    return found


def simpler(text):
    """Texts in which one expression is replaced by one of its parts or by a plain constant."""
    def places(tree):
        for node in ast.walk(tree):
            for field, value in ast.iter_fields(node):
                if isinstance(value, ast.expr):
                    yield node, field, None, value
                elif isinstance(value, list):
                    for at, item in enumerate(value):
                        if isinstance(item, (ast.expr, ast.keyword, ast.comprehension)):
                            yield node, field, at, item

    def replaced(which, make):
        tree = fresh(text)
        node, field, at, item = list(places(tree))[which]
        new = make(item)
        if new is None and at is not None:
            del getattr(node, field)[at]
        elif at is None:
            setattr(node, field, new)
        else:
            getattr(node, field)[at] = new
        try:
            changed = ast.unparse(ast.fix_missing_locations(tree))
            ast.parse(changed)
        except (SyntaxError, ValueError, AttributeError, TypeError, RecursionError):
            return None
        return changed if len(changed) < len(text) else None

    found = []
    for which, (_, _, at, item) in enumerate(list(places(fresh(text)))):
        makers = [lambda _: ast.Constant(0), lambda _: ast.Constant(None)] if not isinstance(item, ast.Constant) else []
        if at is not None:
            makers.append(lambda _: None)
        if isinstance(item, ast.Constant) and isinstance(item.value, (str, bytes)) and len(item.value) > 1:
            makers += [lambda c: ast.Constant(c.value[:len(c.value) // 2]), lambda c: ast.Constant(c.value[len(c.value) // 2:])]
        for index, _ in enumerate(child for child in ast.iter_child_nodes(item) if isinstance(child, ast.expr)):
            makers.append(lambda node,
                index=index: [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)][index])
        found += [changed for make in makers if (changed := replaced(which, make))]
    return sorted(set(found), key=len)


def without_statements(text):
    """Texts with some of the outermost statements left out, the layout of the others as it is."""
    rows = text.split("\n")
    body = ast.parse(text).body
    found, size = [], len(body) // 2
    while size:
        for at in range(0, len(body), size):
            first, last = body[at], body[min(at + size, len(body)) - 1]
            found.append("\n".join(rows[:first.lineno - 1] + rows[last.end_lineno:]))
        size //= 2
    return found


def is_program(text):
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True


def shrink(interpreters, text, rewrite=None, seconds=20, width=30):
    """A small program that still differs. `rewrite` is what a planted fault does to the second side."""
    end = time.monotonic() + seconds

    def still(texts):
        others = [rewrite(one) for one in texts] if rewrite else None
        pairs = Batch(interpreters, texts, others).run(seconds=20)
        return next((one for one, pair in zip(texts, pairs) if differs(pair)), None)

    try:
        bare = ast.unparse(ast.parse(text))
    except (SyntaxError, ValueError, RecursionError):
        return text
    if bare == text or still([bare]):
        text, kinds = bare, (smaller, simpler)
    else:
        kinds = (without_statements,)
    while time.monotonic() < end:
        for steps in kinds:
            candidates = [one for one in steps(text) if is_program(one)]
            better = None
            for at in range(0, len(candidates), width):
                if better := still(candidates[at:at + width]):
                    break
            if better:
                text = better
                break
        else:
            return text
    return text
