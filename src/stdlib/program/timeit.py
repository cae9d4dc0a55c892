"""How long small pieces of code take.

python -m timeit [-n N] [-r N] [-s S] [-p] [-u U] [-v] [-h] [--] [statement]

  -n/--number N   how often to run the statement (default: so often that it takes 0.2 seconds)
  -r/--repeat N   how often to repeat that (default: 5)
  -s/--setup S    what to run once before (default: pass)
  -p/--process    measure the time of the process
  -u/--unit U     show times in nsec, usec, msec or sec
  -v/--verbose    show all times, and with more digits if given again
  -h/--help       print this

Several statements are lines; a line that is indented is written as an argument in quotes, with spaces in front.
"""
import gc
import sys
import time
from itertools import repeat as _times

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_timer = time.perf_counter
default_number, default_repeat = 1000000, 5
_globals = globals


def reindent(src, indent):
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Measures a statement, a text or something to call, after a setup that is not measured."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        given = {}
        before = ""
        if isinstance(setup, str):
            compile(setup, dummy_src_name, "exec")
            before = setup + "\n"
        setup = self._as_text(setup, "setup", given, 4)
        if isinstance(stmt, str):
            # A text that closes what the measuring code opens is no statement.
            compile(before + stmt, dummy_src_name, "exec")
        stmt = self._as_text(stmt, "stmt", given, 8)
        parameters = "".join([f", {name}={name}" for name in given])
        self.src = (f"\ndef inner(_it, _timer{parameters}):\n    {setup}\n    _t0 = _timer()\n    for _i in _it:\n"
                    f"        {stmt}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n")
        exec(compile(self.src, dummy_src_name, "exec"), _globals() if globals is None else globals, given)
        self.inner = given["inner"]

    def _as_text(self, code, what, given, indent):
        if isinstance(code, str):
            return reindent(code, indent)
        if not callable(code):
            raise ValueError(f"{what} is neither a string nor callable")
        given["_" + what] = code
        return f"_{what}()"

    def print_exc(self, file=None):
        """Prints the traceback of what the code raised, with its lines."""
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = len(self.src), None, self.src.split("\n"), dummy_src_name
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The seconds that so many runs take."""
        collects = gc.isenabled()
        gc.disable()
        try:
            return self.inner(_times(None, number), self.timer)
        finally:
            if collects:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """The seconds of several measurements; the least of them says most."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How many runs take at least 0.2 seconds, and the seconds they took."""
        scale = 1
        while True:
            for factor in 1, 2, 5:
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The seconds that so many runs of a statement take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """The seconds of several measurements."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def _shown(seconds, unit, precision):
    if unit is None:
        unit = next((name for name in reversed(_UNITS) if seconds >= _UNITS[name]), "nsec")
    return "%.*g %s" % (precision, seconds / _UNITS[unit], unit)


def main(args=None, *, _wrap_timer=None):
    """The command line; gives the exit status."""
    import getopt
    try:
        options, words = getopt.getopt(sys.argv[1:] if args is None else args, "n:u:s:r:pvh",
                                       ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
    except getopt.error as error:
        print(error, "use -h/--help for command line help", sep="\n")
        return 2
    timer, number, setup, count, verbose, unit = default_timer, 0, [], default_repeat, 0, None
    for name, value in options:
        if name in ("-n", "--number"):
            number = int(value)
        elif name in ("-s", "--setup"):
            setup.append(value)
        elif name in ("-u", "--unit"):
            if value not in _UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = value
        elif name in ("-r", "--repeat"):
            count = max(int(value), 1)
        elif name in ("-p", "--process"):
            timer = time.process_time
        elif name in ("-v", "--verbose"):
            verbose += 1
        else:
            print(__doc__, end=" ")
            return 0
    sys.path.insert(0, ".")
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    measured = Timer("\n".join(words) or "pass", "\n".join(setup) or "pass", timer)
    return _report(measured, number, count, verbose, unit)


def _report(measured, number, count, verbose, unit):
    precision = 3 + max(verbose - 1, 0)

    def tell(number, taken):
        print(f"{number} loop{'s' * (number != 1)} -> {taken:.{precision}g} secs")

    try:
        if number == 0:
            number, _ = measured.autorange(tell if verbose else None)
            if verbose:
                print()
        times = measured.repeat(count, number)
    except BaseException:
        measured.print_exc()
        return 1
    if verbose:
        print(f"raw times: {', '.join([_shown(each, unit, precision) for each in times])}\n")
    each = [taken / number for taken in times]
    best, worst = min(each), max(each)
    print(f"{number} loop{'s' * (number != 1)}, best of {count}: {_shown(best, unit, precision)} per loop")
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit("The test results are likely unreliable. The worst time (%s) was more than four times slower "
                               "than the best time (%s)." % (_shown(worst, unit, precision), _shown(best, unit, precision)),
                               UserWarning, "", 0)
    return None


if __name__ == "__main__":
    sys.exit(main())
