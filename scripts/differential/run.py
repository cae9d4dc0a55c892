#!/usr/bin/env python3
"""Run random programs in CPython 3.13 and in Snakelet and compare what they print, to the byte.

    scripts/differential/run.py [--programs N] [--seed S] [--kind K]… [--reference PATH] [--snakelet PATH]
    scripts/differential/run.py --show KIND:SEED:NUMBER      print one program
    scripts/differential/run.py --census …                   and list what the programs reach
    scripts/differential/run.py --plant …                    change the programs on one side only, and see that it is noticed

A program is made of its kind, the seed and its number: a difference names the three. Each difference is made small and
written, with both outputs, to the folder that `--keep` names. The status is 1 if there is one. Run it with CPython 3.13,
which is also the reference unless another is named.
"""
import argparse
import concurrent.futures
import pathlib
import re
import sys
import time
import warnings

import census
import compare
import plant
import programs
import shrink

#: What checks begin with, and other numbers in a first line: they do not make a difference another one.
NUMBER = re.compile(r"(?<![\w.])\d+")
HERE = pathlib.Path(__file__).resolve().parent


def make(job):
    """The texts of some programs: run in a process of its own."""
    warnings.simplefilter("ignore")
    kind, seed, numbers = job
    return kind, [(number, programs.program(kind, seed, number)) for number in numbers]


def summary(pair, width=160):
    """The first lines in which two outputs differ."""
    a, b = pair[0].split("\n"), pair[1].split("\n")
    for one, other in zip(a + [""] * len(b), b + [""] * len(a)):
        if one != other:
            return f"- {one[:width]}\n+ {other[:width]}"
    return ""


def report(options, interpreters, kind, number, text, pair, seen):
    """Say what differs, once for each pair of first lines, with a small program. False if the reference is of two minds."""
    first = NUMBER.sub("#", summary(pair))
    if not compare.is_stable(interpreters, text):
        return False
    if first in seen:
        seen[first] += 1
        return True
    seen[first] = 1
    small = text if options.no_shrink else shrink.shrink(interpreters, text)
    pair = compare.Batch(interpreters, [small]).run()[0]
    if (again := NUMBER.sub("#", summary(pair))) in seen and again != first:
        seen[again] += 1
        return True
    seen.setdefault(again, 1)
    print(f"\n== {kind}:{options.seed}:{number}\n{small.rstrip()}\n-- (- reference, + snakelet)\n{summary(pair)}", flush=True)
    if options.keep:
        folder = pathlib.Path(options.keep)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{kind}-{options.seed}-{number}.py").write_bytes(text.encode("utf-8", "surrogatepass"))
        (folder / f"{kind}-{options.seed}-{number}.small.py").write_bytes(small.encode("utf-8", "surrogatepass"))
    return True


def measure(options, interpreters):
    """Run all programs; the number of differences."""
    reached, seen, differences, begun = census.Census(), {}, 0, time.monotonic()
    for kind in options.kind or list(programs.KINDS):
        jobs = [(kind, options.seed, range(at, min(at + options.batch, options.first + options.programs)))
                for at in range(options.first, options.first + options.programs, options.batch)]
        done = found = unstable = unfinished = 0
        with concurrent.futures.ProcessPoolExecutor(1) as makers:
            for kind, made in makers.map(make, jobs):
                texts = [text for _, text in made]
                pairs = compare.Batch(interpreters, texts).run()
                for (number, text), pair in zip(made, pairs):
                    done += 1
                    unfinished += "\ndied " in pair[0]
                    if options.census:
                        reached.note(kind, text, pair[0])
                    if compare.differs(pair):
                        # What an earlier program has left behind shows in those after it: alone it counts.
                        pair = compare.Batch(interpreters, [text]).run()[0]
                    if compare.differs(pair):
                        if report(options, interpreters, kind, number, text, pair, seen):
                            found += 1
                        else:
                            unstable += 1
                if options.progress:
                    print(f"\r{kind}: {done} programs, {found} differ, {time.monotonic() - begun:.0f} s", end="", file=sys.stderr,
                        flush=True)
        print(f"{kind}: {done} programs, {found} differ; {unstable} whose output varies in the reference, "
              f"{unfinished} that it does not finish; {time.monotonic() - begun:.0f} s", flush=True)
        differences += found
    if options.census:
        print(reached.text())
    for first, count in sorted(seen.items(), key=lambda item: -item[1]):
        if count > 1:
            print(f"{count} times\n{first}")
    return differences


def alone(options, interpreters):
    """Each program in a process of its own: status and standard error as a user sees them."""
    differences = 0
    for kind in options.kind or list(programs.KINDS):
        for number in range(options.first, options.first + options.programs):
            text = programs.program(kind, options.seed, number)
            pair = compare.alone(interpreters, text)
            if pair[0] != pair[1] and "ended timeout" not in pair[0]:
                differences += 1
                print(f"\n== {kind}:{options.seed}:{number} alone\n{summary(pair)}", flush=True)
        print(f"{kind}: {options.programs} programs alone, {differences} differences so far", flush=True)
    return differences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=int, default=1000, metavar="N", help="how many of each kind (1000)")
    parser.add_argument("--seed", default="1", metavar="S")
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="the number of the first program (0)")
    parser.add_argument("--kind", action="append", choices=list(programs.KINDS), help="only this kind; may be given again")
    parser.add_argument("--reference", default=sys.executable, metavar="PATH", help="CPython 3.13")
    parser.add_argument("--snakelet", default=str(HERE.parents[1] / "target" / "debug" / "snakelet"), metavar="PATH")
    parser.add_argument("--batch", type=int, default=100, metavar="N", help="programs in one process (100)")
    parser.add_argument("--keep", metavar="FOLDER", help="where the programs that differ are written")
    parser.add_argument("--no-shrink", action="store_true", help="report differences as they are")
    parser.add_argument("--progress", action="store_true", help="count on standard error")
    parser.add_argument("--alone", action="store_true", help="each program in a process of its own, without the driver")
    parser.add_argument("--census", action="store_true", help="list what the programs reach")
    parser.add_argument("--plant", action="store_true", help="plant faults, one after the other, until each is noticed")
    parser.add_argument("--show", metavar="KIND:SEED:NUMBER", help="print one program")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    interpreters = compare.Interpreters(options.reference, options.snakelet)
    if options.show:
        kind, seed, number = options.show.split(":")
        print(programs.program(kind, seed, int(number)), end="")
        return 0
    if options.plant:
        return plant.demonstrate(interpreters, options)
    run = alone if options.alone else measure
    return 1 if run(options, interpreters) else 0


if __name__ == "__main__":
    sys.exit(main())
