#!/usr/bin/env python3.13
"""Say how much of the standard library is here: the tables of docs/stdlib, made from what both interpreters answer.

    python3.13 scripts/stdlib_table.py [--snakelet PATH] [--check] [MODULE …]

The truth about a module is the `__all__` of the CPython 3.13 that runs this, else the public names of `dir()`; of a class also its
public members. A name counts as here if the module has it and both agree on whether it can be called. The second figure compares
the text of `inspect.signature` wherever CPython knows one. With --check nothing is written, and the status is 1 if a table is out
of date. With names of modules their rows are printed with everything that differs, signatures too.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
README = HERE.parent / "docs" / "stdlib" / "README.md"
BEGIN, END = "<!-- scripts/stdlib_table.py writes from here -->", "<!-- to here -->"

FIRST_TIER = """__future__ abc asyncio bisect builtins cmath collections collections.abc concurrent.futures contextlib contextvars copy
dataclasses datetime enum functools gc heapq inspect io itertools json logging logging.config logging.handlers math operator os os.path
pathlib queue random re signal socket string sys textwrap threading time traceback types typing warnings weakref zoneinfo""".split()

SECOND_TIER = """argparse array base64 binascii calendar configparser csv decimal difflib doctest errno fnmatch fractions glob graphlib
hashlib hmac html html.entities html.parser importlib importlib.abc importlib.machinery importlib.metadata importlib.resources
importlib.util keyword numbers platform pprint reprlib sched secrets select selectors shlex shutil statistics struct subprocess tempfile
timeit tomllib unicodedata unittest unittest.mock urllib.parse uuid zlib""".split()

OTHERS = """ast atexit bz2 cmd code codecs codeop colorsys compileall copyreg dbm dbm.dumb email email.charset email.encoders
email.errors email.generator email.header email.headerregistry email.iterators email.message email.mime.multipart
email.mime.text email.parser email.policy email.utils filecmp fileinput getopt getpass gettext gzip http http.client
http.cookies http.server ipaddress json.decoder json.encoder linecache locale lzma mimetypes multiprocessing multiprocessing.pool netrc ntpath optparse
pickle pkgutil plistlib posixpath pyclbr pydoc quopri readline rlcompleter runpy shelve site socketserver stat stringprep
sysconfig tabnanny tarfile token tokenize urllib.error urllib.request urllib.response wave webbrowser xml.dom xml.dom.minidom zipapp zipfile""".split()

#: Runs in either interpreter: argv[1] names a module, the answer is one line of JSON.
PROBE = r'''
import importlib, inspect, json, re, sys, types, warnings
warnings.simplefilter("ignore")

def signature(value):
    try:
        text = str(inspect.signature(value)).replace(sys.executable, "python")
        return re.sub(" at 0x[0-9a-fA-F]+", "", text)
    except (ValueError, TypeError):
        return None

def facts(value):
    return [callable(value), signature(value) if callable(value) else None]

def members(cls):
    found = {}
    for name in dir(cls):
        if not name.startswith("_"):
            try:
                found[name] = facts(getattr(cls, name))
            except AttributeError:
                pass
    return found

def names_of(module):
    if hasattr(module, "__all__"):
        return list(module.__all__)
    return [name for name in dir(module) if not name.startswith("_") and not is_from_elsewhere(module, getattr(module, name))]

def is_from_elsewhere(module, value):
    """Whether a module written in the language only imported this."""
    if not hasattr(module, "__file__"):
        return False
    if isinstance(value, types.ModuleType):
        return True
    home = getattr(value, "__module__", None)
    return isinstance(home, str) and home.split(".")[0].lstrip("_") != module.__name__.split(".")[0]

module = importlib.import_module(sys.argv[1])
names = set(names_of(module)) | {name for name in dir(module) if not name.startswith("_")}
found = {}
for name in names:
    if hasattr(module, name):
        value = getattr(module, name)
        found[name] = facts(value) + [members(value) if isinstance(value, type) else {}]
print(json.dumps({"names": sorted(set(names_of(module))), "found": found, "doc": bool(module.__doc__)}))
'''


class Row:
    """What the two interpreters say of one module."""

    def __init__(self, name, truth, ours, error):
        self.name, self.error = name, error
        self.total = self.here = self.known = self.alike = 0
        self.missing, self.other_kind, self.signatures = [], [], []
        found = ours["found"] if ours else {}
        for wanted in truth["names"]:
            if wanted not in truth["found"]:
                continue
            kind, text, members = truth["found"][wanted]
            own = found.get(wanted)
            self.compare(wanted, [kind, text], own and own[:2])
            if own:
                for member, expected in members.items():
                    self.compare(f"{wanted}.{member}", expected, own[2].get(member))
            else:
                self.total += len(members)

    def compare(self, label, expected, own):
        self.total += 1
        if own is None:
            self.missing.append(label)
            return
        if own[0] != expected[0]:
            self.other_kind.append(label)
            return
        self.here += 1
        if expected[1] is not None:
            self.known += 1
            if own[1] == expected[1]:
                self.alike += 1
            else:
                self.signatures.append(f"{label}: {expected[1]} here {own[1]}")

    @property
    def percent(self):
        return share(self.here, self.total)

    def markdown(self):
        lacks = ", ".join(f"`{name}`" for name in self.missing)
        if self.other_kind:
            lacks += "; another kind: " + ", ".join(f"`{name}`" for name in self.other_kind)
        cells = [f"`{self.name}`", str(self.total), str(self.here), self.percent, share(self.alike, self.known), self.error or lacks.strip("; ")]
        return "| " + " | ".join(cells) + " |"


def share(part, whole):
    """A percentage that says 100 only where nothing is missing."""
    if not whole:
        return "–"
    return "100 %" if part == whole else f"{int(1000 * part / whole) / 10:.1f} %"


def ask(interpreter, name):
    """What an interpreter answers about a module, or the last line of its error."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    try:
        done = subprocess.run([interpreter, "-c", PROBE, name], capture_output=True, text=True, timeout=120, env=environment | {"PYTHONHASHSEED": "0"})
    except subprocess.TimeoutExpired:
        return None, "does not answer"
    if done.returncode:
        return None, (done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1]
    return json.loads(done.stdout.strip().splitlines()[-1]), None


def row_of(snakelet, name):
    truth, error = ask(sys.executable, name)
    if truth is None:
        sys.exit(f"{name}: the reference says {error}")
    ours, error = ask(snakelet, name)
    return Row(name, truth, ours, error)


def table(title, rows):
    total, here = sum(row.total for row in rows), sum(row.here for row in rows)
    known, alike = sum(row.known for row in rows), sum(row.alike for row in rows)
    head = ["", f"### {title}", "", "| module | names | here | | signatures | missing |", "|---|---|---|---|---|---|"]
    foot = f"| all | {total} | {here} | {share(here, total)} | {share(alike, known)} | |"
    return "\n".join(head + [row.markdown() for row in rows] + [foot]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--snakelet", default=str(HERE.parent / "target" / "release" / "snakelet"), metavar="PATH")
    parser.add_argument("--check", action="store_true", help="write nothing, say whether the tables are out of date")
    parser.add_argument("module", nargs="*", help="only print what differs in these")
    options = parser.parse_args()
    tiers = {"First tier": FIRST_TIER, "Second tier": SECOND_TIER, "Others": OTHERS}
    chosen = options.module or sum(tiers.values(), [])
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        rows = dict(zip(chosen, pool.map(lambda name: row_of(options.snakelet, name), chosen)))
    if options.module:
        for row in rows.values():
            print(row.markdown(), *row.signatures, sep="\n    ")
        return 0
    text = "".join(table(title, [rows[name] for name in names]) for title, names in tiers.items())
    before, rest = README.read_text().split(BEGIN)
    new = before + BEGIN + "\n" + text + "\n" + END + rest.split(END)[1]
    if options.check:
        if new != README.read_text():
            print(f"{README.name} is out of date: run scripts/stdlib_table.py")
            return 1
        return 0
    README.write_text(new)
    return 0


if __name__ == "__main__":
    sys.exit(main())
