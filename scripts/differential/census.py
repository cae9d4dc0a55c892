"""What programs reach: the syntax tree's nodes, the methods of each built-in type, the exceptions, and what asyncio offers."""
import ast
import asyncio
import builtins
import collections
import re

TYPES = [int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, memoryview]
#: Nodes that no program text has.
UNSEEN = {"AST", "mod", "stmt", "expr", "expr_context", "boolop", "operator", "unaryop", "cmpop", "excepthandler", "pattern",
    "type_ignore", "type_param",
          "Expression", "FunctionType", "Interactive", "TypeIgnore", "Suite", "Param", "AugLoad", "AugStore", "Index", "ExtSlice",
              "slice",
          "Num", "Str", "Bytes", "NameConstant", "Ellipsis"}
NAME = re.compile(r"\b([A-Z]\w*(?:Error|Exception|Warning|Group|Exit|Iteration|Interrupt|Full|Empty))\b")


class Census:
    """Counts, over all programs that it is shown."""

    def __init__(self):
        self.programs = collections.Counter()
        self.nodes = collections.Counter()
        self.attributes = collections.Counter()
        self.names = collections.Counter()
        self.raised = collections.Counter()

    def note(self, kind, text, output):
        self.programs[kind] += 1
        self.raised.update(set(NAME.findall(output)))
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            return
        for node in ast.walk(tree):
            self.nodes[type(node).__name__] += 1
            if isinstance(node, ast.Attribute):
                self.attributes[node.attr] += 1
            elif isinstance(node, ast.Name):
                self.names[node.id] += 1
            elif isinstance(node, ast.FunctionDef):
                self.attributes[node.name] += 1

    def text(self):
        """The census, with what was not reached named in each section."""
        every = {name for name in dir(ast) if isinstance(getattr(ast, name), type)
            and issubclass(getattr(ast, name), ast.AST)} - UNSEEN
        sections = [f"programs: {dict(self.programs)}", self.section("productions (syntax tree nodes)", every, self.nodes)]
        for kind in TYPES:
            methods = {name for name in dir(kind) if not name.startswith("_")}
            sections.append(self.section(f"{kind.__name__}: methods and attributes", methods, self.attributes))
        functions = {name for name in dir(builtins) if name[0].islower()}
        sections.append(self.section("built-in functions", functions, self.names))
        special = {name for kind in (*TYPES, type, object) for name in dir(kind) if name.startswith("__")}
        sections.append(self.section("special methods", special, self.attributes))
        errors = {name for name in dir(builtins) if isinstance(getattr(builtins, name), type)
            and issubclass(getattr(builtins, name), BaseException)}
        sections.append(self.section("exceptions seen in the output", errors, self.raised))
        sections.append(self.section("asyncio", set(asyncio.__all__), self.attributes))
        parts = [asyncio.Task, asyncio.Future, asyncio.Event, asyncio.Queue, asyncio.Lock, asyncio.Condition, asyncio.Semaphore,
            asyncio.Barrier]
        sections.append(self.section("methods of tasks, queues and locks",
            {name for kind in parts for name in dir(kind) if not name.startswith("_")}, self.attributes))
        return "\n\n".join(sections)

    @staticmethod
    def section(title, every, counted):
        reached = sorted(every & set(counted), key=lambda name: (-counted[name], name))
        missed = sorted(every - set(counted))
        return (f"{title}: {len(reached)} of {len(every)}\n  " + ", ".join(f"{name} {counted[name]}" for name in reached)
                + (f"\n  not reached: {', '.join(missed)}" if missed else ""))
