"""Planted faults: the program that Snakelet gets is changed so that it means something slightly else, as a bug in an interpreter
would make it. Each must be noticed, or the comparison is worth nothing.

The first row is the control: a program that is only written anew, with no fault, must not differ.
"""
import ast
import functools

import compare
import programs
import shrink


class Fault(ast.NodeTransformer):
    """One fault: a rewriting of syntax trees. Its docstring says what it does."""
    kinds = ("language",)


class Control(Fault):
    """nothing: the program is written anew from its tree"""


class OperandOrder(Fault):
    """the operands of - and // and comparisons are swapped"""
    kinds = ("language", "types")

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, (ast.Sub, ast.FloorDiv)):
            node.left, node.right = node.right, node.left
        return node


class RightToLeft(Fault):
    """arguments of a call are evaluated from right to left"""

    def visit_Call(self, node):
        self.generic_visit(node)
        plain = all(not isinstance(arg, (ast.Starred, ast.Await, ast.Yield, ast.YieldFrom)) for arg in node.args)
        if len(node.args) == 2 and plain and not node.keywords and isinstance(node.func, ast.Name):
            swapped = ast.parse("(lambda b, a: f(a, b))(0, 0)", mode="eval").body
            swapped.func.body.func, swapped.args = node.func, node.args[::-1]
            return swapped
        return node


class DroppedFinally(Fault):
    """`finally` is forgotten where nothing was raised"""

    def visit_Try(self, node):
        self.generic_visit(node)
        if node.finalbody:
            node.handlers = node.handlers or [ast.ExceptHandler(None, None, [ast.Raise()])]
            node.finalbody = []
        return node


class HandlerOrder(Fault):
    """the last matching `except` wins"""

    def visit_Try(self, node):
        self.generic_visit(node)
        if len(node.handlers) > 1 and node.handlers[-1].type is not None:
            node.handlers.reverse()
        return node


class ChainedComparison(Fault):
    """`a < b < c` evaluates all of a, b and c"""

    def visit_Compare(self, node):
        self.generic_visit(node)
        if len(node.ops) < 2:
            return node
        operands = [node.left, *node.comparators]
        pairs = [ast.Compare(a, [op], [b]) for a, op, b in zip(operands, node.ops, operands[1:])]
        return ast.BoolOp(ast.And(), pairs)


class Guards(Fault):
    """guards of patterns are not asked"""

    def visit_match_case(self, node):
        self.generic_visit(node)
        if node.guard is not None and not isinstance(node.pattern, (ast.MatchAs, ast.MatchOr)):
            node.guard = None
        return node


class LostReturn(Fault):
    """`yield from` gives None instead of what the generator returned"""

    def visit_YieldFrom(self, node):
        self.generic_visit(node)
        return ast.BoolOp(ast.And(), [node, ast.Constant(None)])


class AugmentedAssignment(Fault):
    """`x += y` builds a new object always"""
    kinds = ("language", "containers")

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if isinstance(node.target, ast.Name):
            return ast.Assign([node.target], ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value))
        return node


class Conversion(Fault):
    """`!r` in an f-string is taken for `!s`"""
    kinds = ("language", "types")

    def visit_FormattedValue(self, node):
        self.generic_visit(node)
        if node.conversion == ord("r"):
            node.conversion = ord("s")
        return node


class SwallowingExit(Fault):
    """what `__exit__` gives is ignored"""

    def visit_With(self, node):
        self.generic_visit(node)
        for item in node.items:
            if isinstance(item.context_expr, ast.Call) and len(item.context_expr.args) == 2:
                item.context_expr.args.pop()
        return node


class Prelude(Fault):
    """A fault of a library: lines put before the program."""
    lines = ""

    def visit_Module(self, node):
        node.body[:0] = ast.parse(self.lines).body
        return node


class WakeUps(Prelude):
    """an event wakes its waiters in the wrong order"""
    kinds = ("async",)
    lines = """
import asyncio
class _Event(asyncio.Event):
    def set(self):
        self._waiters = type(self._waiters)(reversed(self._waiters))
        super().set()
asyncio.Event = _Event
"""


class LastInFirstOut(Prelude):
    """a queue gives its newest item first"""
    kinds = ("async",)
    lines = "import asyncio\nasyncio.Queue = asyncio.LifoQueue"


class LateTurn(Prelude):
    """sleep(0) takes one turn more"""
    kinds = ("async",)
    lines = """
import asyncio
_sleep = asyncio.sleep
async def _later(delay, result=None):
    if delay == 0:
        await _sleep(0)
    return await _sleep(delay, result)
asyncio.sleep = _later
"""


class Permits(Prelude):
    """a semaphore has one permit more"""
    kinds = ("async",)
    lines = """
import asyncio
class _Semaphore(asyncio.Semaphore):
    def __init__(self, value=1):
        super().__init__(value + 1)
asyncio.Semaphore = _Semaphore
"""


FAULTS = [OperandOrder, RightToLeft, DroppedFinally, HandlerOrder, ChainedComparison, Guards, LostReturn, AugmentedAssignment,
    Conversion,
          SwallowingExit, WakeUps, LastInFirstOut, LateTurn, Permits]


def planted(fault, text):
    """The program with the fault, or None where it has nothing to change."""
    tree = ast.parse(text)
    before = ast.dump(tree)
    tree = ast.fix_missing_locations(fault().visit(tree))
    if fault is not Control and ast.dump(tree) == before:
        return None
    return ast.unparse(tree)


def is_due_to(fault, interpreters, text):
    """Whether it is the fault that makes a program differ, and not what differs anyway or from run to run."""
    if not compare.is_stable(interpreters, text):
        return False
    return fault is Control or not compare.differs(compare.Batch(interpreters, [text]).run()[0])


def search(interpreters, fault, options):
    """The number of programs with something to change that were run until one differed, and that program."""
    tried = 0
    for first in range(0, options.programs, 25):
        for kind in fault.kinds:
            texts = [ast.unparse(ast.parse(programs.program(kind, options.seed, first + at))) for at in range(25)]
            pairs = [(text, other) for text in texts if (other := planted(fault, text)) is not None]
            if not pairs:
                continue
            outcomes = compare.Batch(interpreters, [a for a, _ in pairs], [b for _, b in pairs]).run()
            for (text, _), outcome in zip(pairs, outcomes):
                tried += 1
                if compare.differs(outcome) and is_due_to(fault, interpreters, text):
                    return tried, text
    return tried, None


def demonstrate(interpreters, options):
    """Plant each fault until it is noticed; 0 if all are, and the control is not."""
    tried, text = search(interpreters, Control, options)
    missed = int(text is not None)
    print(f"no fault: {tried} programs, {'one differs' if text else 'none differs'}", flush=True)
    for fault in FAULTS:
        tried, text = search(interpreters, fault, options)
        if text is None:
            missed += 1
            print(f"NOT FOUND: {fault.__doc__} ({tried} programs)", flush=True)
            continue
        print(f"found by program {tried} of those it changes: {fault.__doc__}", flush=True)
        if not options.no_shrink:
            small = shrink.shrink(interpreters, text, functools.partial(rewritten, fault))
            pair = compare.Batch(interpreters, [small], [rewritten(fault, small)]).run()[0]
            print("    " + small.rstrip().replace("\n", "\n    ") + "\n    -- " + first_difference(pair), flush=True)
    return int(missed > 0)


def rewritten(fault, text):
    return planted(fault, text) or text


def first_difference(pair):
    for a, b in zip(pair[0].split("\n") + [""], pair[1].split("\n") + [""]):
        if a != b:
            return f"{a[:100]!r} against {b[:100]!r}"
    return "the lengths differ"
