"""Checks every expectation of the files beside this one in the reference: python3.13 confirm.py"""
import ast
import glob
import os
import warnings


def result(program):
    try:
        ast.parse(program.encode(), "<file>")
    except SyntaxError as e:
        place = f"{e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}"
        return f"{type(e).__name__}: {e.msg} [{place}]"
    except MemoryError as e:
        return f"MemoryError: {e}"
    return "ok"


def cases(path):
    program = ""
    with open(path, encoding="utf-8", newline="") as file:
        for line in file:
            if line.startswith("==> "):
                yield program, line[4:-1]
                program = ""
            else:
                program += line


warnings.simplefilter("ignore")
count = wrong = 0
for path in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "*.txt"))):
    for program, expected in cases(path):
        count += 1
        found = result(program)
        if found != expected:
            wrong += 1
            print(f"{path}\n{program}  expected {expected}\n  found    {found}")
print(f"{count} programs, {wrong} expectations differ")
