#!/usr/bin/env python3
"""Time the benchmark programs with CPython and with Snakelet, alternately, and print the ratios as a table.

    scripts/bench/run.py [--only NAME] [--runs N] [--snakelet PATH] [--python PATH]

Each program runs N times with each interpreter, in turns, so that whatever else the machine does meets both. The table
shows the least of each figure: user and system time together, wall time, and peak memory; then Snakelet's share of
CPython's. The last row is the memory of one waiting task, from two of the programs. Both must print the same.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PARKED, STARTUP, TASKS = "parked_tasks", "startup", 100_000


class Figures:
    """The least of what was measured of one interpreter on one program."""

    def __init__(self):
        self.cpu = self.wall = self.memory = float("inf")
        self.output = None

    def add(self, cpu, wall, memory, output):
        self.cpu, self.wall = min(self.cpu, cpu), min(self.wall, wall)
        self.memory = min(self.memory, memory)
        self.output = output


def resident(pid):
    """The resident memory of a running process, in KiB, or None where the system does not tell."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), None)


def measure(command, at_first_line):
    """Run a command once: CPU seconds, wall seconds, KiB, output. KiB is the peak, or what the first line found."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    first = process.stdout.readline()
    found = resident(process.pid) if at_first_line else None
    output = first + process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit status {process.returncode}")
    peak = usage.ru_maxrss if sys.platform != "darwin" else usage.ru_maxrss // 1024
    return usage.ru_utime + usage.ru_stime, wall, found or peak, output


def compare(name, interpreters, runs):
    """The figures of each interpreter on one program."""
    figures = [Figures() for _ in interpreters]
    for _ in range(runs):
        for interpreter, found in zip(interpreters, figures):
            found.add(*measure([interpreter, str(HERE / f"{name}.py")], name == PARKED))
    if len({found.output for found in figures}) > 1:
        print(f"{name}: the outputs differ", file=sys.stderr)
    return figures


def milliseconds(seconds):
    return f"{seconds * 1000:.0f}" if seconds >= 0.01 else f"{seconds * 1000:.1f}"


def row(name, python, snakelet):
    cells = [name]
    for unit, get in ((milliseconds, "cpu"), (milliseconds, "wall"), (lambda kib: f"{kib / 1024:.1f}", "memory")):
        a, b = getattr(python, get), getattr(snakelet, get)
        cells += [unit(a), unit(b), f"**{b / a:.2f}×**" if get == "cpu" else f"{b / a:.2f}×"]
    return "| " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", metavar="NAME", action="append", help="only programs whose name contains this")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run (5)")
    parser.add_argument("--snakelet", default=str(HERE.parents[1] / "target" / "release" / "snakelet"), metavar="PATH")
    parser.add_argument("--python", default="python3", metavar="PATH", help="CPython (python3)")
    options = parser.parse_args()
    names = sorted(path.stem for path in HERE.glob("*.py") if path.stem != "run")
    if options.only:
        names = [name for name in names if any(part in name for part in options.only)]
    version = subprocess.run([options.python, "--version"], capture_output=True, text=True).stdout.strip()
    print(f"{version} and {options.snakelet}, least of {options.runs} runs\n")
    print("| program | CPU ms CPython | Snakelet | ratio | wall ms CPython | Snakelet | ratio "
          "| MiB CPython | Snakelet | ratio |")
    print("|---|" + "--:|" * 9, flush=True)
    results = {}
    for name in names:
        results[name] = compare(name, (options.python, options.snakelet), options.runs)
        print(row(name, *results[name]), flush=True)
    if PARKED in results and STARTUP in results:
        a, b = ((parked.memory - start.memory) * 1024 / TASKS
                for parked, start in zip(results[PARKED], results[STARTUP]))
        print(f"\nA waiting task takes {a:.0f} bytes in CPython, {b:.0f} in Snakelet: **{b / a:.2f}×**")


main()
