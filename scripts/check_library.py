#!/usr/bin/env python3
"""Check the parser on real input: every file of the library of the CPython that runs this.

    python3.13 scripts/check_library.py [--snakelet PATH] [--folder FOLDER]

`snakelet check` must accept what `compile` accepts and reject what it rejects. The files that differ are named, with both
verdicts; the last lines count them, and the files that both reject for different reasons. The status is 1 if a verdict differs.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import sysconfig
import warnings

HERE = pathlib.Path(__file__).resolve().parent


def reference_verdict(path):
    """None if CPython compiles the file, else the kind and text of its error."""
    try:
        compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    except (SyntaxError, ValueError, OverflowError, MemoryError, RecursionError) as error:
        return f"{type(error).__name__}: {getattr(error, 'msg', error)}"
    return None


def snakelet_verdict(snakelet, path):
    """None if Snakelet compiles the file, else the last line of what it says."""
    done = subprocess.run([snakelet, "--errors=python", "check", str(path)], capture_output=True, text=True, errors="replace")
    if done.returncode == 0:
        return None
    return (done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--snakelet", default=str(HERE.parent / "target" / "release" / "snakelet"), metavar="PATH")
    parser.add_argument("--folder", default=sysconfig.get_path("stdlib"), help="another folder than the library")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    files = [path for path in sorted(pathlib.Path(options.folder).rglob("*.py")) if "site-packages" not in path.parts]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        ours = list(pool.map(lambda path: snakelet_verdict(options.snakelet, path), files))
    wrong = other_words = 0
    for path, got in zip(files, ours):
        expected = reference_verdict(path)
        if (expected is None) != (got is None):
            wrong += 1
            print(f"{path.relative_to(options.folder)}:\n  CPython:  {expected or 'accepts'}\n  Snakelet: {got or 'accepts'}")
        elif expected != got:
            other_words += 1
            print(f"{path.relative_to(options.folder)}: both reject\n  CPython:  {expected}\n  Snakelet: {got}")
    print(f"{len(files)} files, {len(files) - wrong} with the same verdict, {wrong} with another")
    print(f"{other_words} rejected by both in different words")
    sys.exit(bool(wrong))


main()
