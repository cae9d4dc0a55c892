#!/usr/bin/env python3.13
"""Run the examples in the docstrings of CPython's own library with Snakelet's modules.

    python3.13 scripts/library_doctests.py [--snakelet PATH] [--check] [-v] [MODULE …]

The examples are read from CPython's modules, where they are; their globals are those of our module of the same name. Examples of
private names, and those that fail in CPython too, are left out. The table goes to docs/stdlib/doctests.md.
"""
import argparse
import doctest
import importlib
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "stdlib" / "doctests.md"
HEAD = """# The examples in CPython's own docstrings

The examples that stand in the docstrings of CPython 3.13's modules, run with the modules here; `python3.13 scripts/library_doctests.py` makes
the table. A docstring passes if all its examples do. Those of private names are left out, and those that fail in CPython too.

| module | docstrings | passed | examples | passed | what fails |
|---|---|---|---|---|---|
"""

MODULES = """_pydecimal _pydatetime ast bisect calendar cmath collections collections.abc contextlib copy csv dataclasses datetime decimal difflib doctest
enum fnmatch fractions functools gettext glob graphlib hashlib heapq html inspect io ipaddress itertools json json.decoder json.encoder
json.tool keyword locale logging math mimetypes numbers operator optparse os pathlib pickle pkgutil pprint queue random re reprlib
secrets shlex statistics string struct textwrap threading tokenize typing types unittest unittest.mock urllib.parse uuid warnings
weakref zoneinfo""".split()

#: Modules of CPython whose examples are about another.
ABOUT = {"_pydecimal": "decimal", "_pydatetime": "datetime"}

#: Runs in either interpreter: standard input is a list of docstrings, the answer is how many examples failed in each.
RUNNER = r'''
import doctest, importlib, io, json, sys
name, tests, others = json.load(sys.stdin)
module = importlib.import_module(name)
names = {key: getattr(importlib.import_module(home), key) for key, home in others}
names |= {key: getattr(module, key) for key in dir(module) if hasattr(module, key)}
answers = []
for label, examples in tests:
    made = [doctest.Example(source, want, exc, line, indent, {int(key): value for key, value in options.items()})
            for source, want, exc, line, indent, options in examples]
    test = doctest.DocTest(made, dict(names, __name__=name), label, None, 0, None)
    out = io.StringIO()
    result = doctest.DocTestRunner(verbose=False).run(test, out=out.write, clear_globs=False)
    answers.append([result.failed, out.getvalue()])
print("\x00" + json.dumps(answers))
'''


def docstrings(name):
    """The public docstrings of CPython's module that have examples."""
    module = importlib.import_module(name)
    found = []
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name):
        parts = test.name[len(name):].strip(".").split(".")
        if test.examples and not any(part.startswith("_") and not part.endswith("__") for part in parts):
            rows = [(e.source, e.want, e.exc_msg, e.lineno, e.indent, e.options) for e in test.examples]
            found.append((test.name, rows))
    return found


def imported(name):
    """The names that CPython's module has from others, and their homes: ours may do without them."""
    for key, value in vars(importlib.import_module(name)).items():
        home = getattr(value, "__module__", None)
        if not key.startswith("_") and isinstance(home, str) and home in MODULES and home.split(".")[0] != name.split(".")[0]:
            if getattr(importlib.import_module(home), key, None) is value:
                yield key, home


def run(interpreter, name, tests):
    """How many examples failed in each docstring, and the report; None if nothing could be run."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")} | {"PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run([interpreter, "-c", RUNNER], input=json.dumps([ABOUT.get(name, name), tests, list(imported(name))]), capture_output=True, text=True,
                              timeout=300, env=environment)
    except subprocess.TimeoutExpired:
        return None
    return json.loads(done.stdout.rpartition("\0")[2]) if done.returncode == 0 else None


def row(name, snakelet, verbose):
    """The counts of a module: docstrings, passed, examples, passed, and what fails."""
    tests = docstrings(name)
    if tests:
        reference = run(sys.executable, name, tests)
        tests = [test for test, (failed, _) in zip(tests, reference) if not failed]
    if not tests:
        return None
    examples = sum(len(rows) for _, rows in tests)
    ours = run(snakelet, name, tests)
    if ours is None:
        return name, len(tests), 0, examples, 0, "the module does not run"
    if verbose:
        print(*(report for failed, report in ours if failed), sep="\n")
    failing = [label for (label, _), (failed, _) in zip(tests, ours) if failed]
    return name, len(tests), len(tests) - len(failing), examples, examples - sum(failed for failed, _ in ours), ", ".join(
        f"`{label}`" for label in failing)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--snakelet", default=str(HERE.parent / "target" / "release" / "snakelet"), metavar="PATH")
    parser.add_argument("--check", action="store_true", help="write nothing, say whether the table is out of date")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what differs")
    parser.add_argument("module", nargs="*", help="only print what these give")
    options = parser.parse_args()
    rows = [row(name, options.snakelet, options.verbose) for name in options.module or MODULES]
    rows = [each for each in rows if each is not None]
    rows.append(("all", *(sum(column) for column in list(zip(*rows))[1:5]), ""))
    lines = [f"| {'all' if each[0] == 'all' else f'`{each[0]}`'} | " + " | ".join(map(str, each[1:])) + " |" for each in rows]
    text = HEAD + "\n".join(lines) + "\n"
    if options.module:
        print(*lines, sep="\n")
    elif options.check:
        if not PAGE.exists() or PAGE.read_text() != text:
            print(f"{PAGE.name} is out of date: run scripts/library_doctests.py")
            return 1
    else:
        PAGE.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
