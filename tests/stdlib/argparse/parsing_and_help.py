"""Parsers of all kinds: what they parse, what they print, and their complaints."""
import argparse
import contextlib
import io
import os

os.environ["COLUMNS"] = "80"


def attempt(parser, *args, method="parse_args"):
    err, out = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
            result = getattr(parser, method)(list(args))
        print(args, "->", result)
    except SystemExit as end:
        print(args, "-> exit", end.code)
    except (argparse.ArgumentError, TypeError) as error:
        print(args, "->", type(error).__name__, error)
    for text in out.getvalue(), err.getvalue():
        if text:
            print(text, end="")


# Options and positional arguments, with every number of values.
p = argparse.ArgumentParser(prog="prog", description="Sums   numbers,\nor not.", epilog="%(prog)s ends here.")
p.add_argument("numbers", metavar="N", type=int, nargs="+", help="what to add")
p.add_argument("--scale", "-s", type=float, default="1.5", help="a factor (default: %(default)s, a %(type)s)")
p.add_argument("--mode", choices=["sum", "max"], default="sum", help="one of %(choices)s; 100%% sure")
p.add_argument("--pair", nargs=2, metavar=("LEFT", "RIGHT"), help="a rather long explanation that does not fit into what is left of the line, "
               "so that it goes on below")
p.add_argument("--maybe", nargs="?", const="given", default="absent")
p.add_argument("--many", nargs="*", action="extend", default=["first"])
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("-q", action="store_false", dest="loud")
p.add_argument("--an-option-with-a-long-name", action="append_const", const=3, dest="threes", help="three")
p.add_argument("--flag", action=argparse.BooleanOptionalAction, help="a switch")
p.add_argument("--secret", help=argparse.SUPPRESS)
p.add_argument("--version", action="version", version="%(prog)s 2.0")
p.print_help()
attempt(p, "1", "2", "-s", "2", "--mode=max", "--pair", "a", "b")
attempt(p, "1", "-vvq", "--maybe", "--many", "x", "y", "--no-flag")
attempt(p, "--maybe=here", "--ma", "1", "2")
attempt(p, "1", "--an-option-with", "--an-option-with-a-long-name")
attempt(p, "1", "--flag", "-s3", "-vs=4")
attempt(p)
attempt(p, "x")
attempt(p, "1", "--mode", "min")
attempt(p, "1", "--pair", "a")
attempt(p, "1", "--unknown", "--scale", "fast")
attempt(p, "1", "--unknown", "-k", "z")
attempt(p, "1", "-q=3")
attempt(p, "--version")
attempt(p, "1", "--", "-2", method="parse_known_args")
attempt(p, "1", "--wrong", "w", method="parse_known_args")
attempt(p, "1", "-v", "2", method="parse_intermixed_args")

# Groups.
g = argparse.ArgumentParser(prog="groups", add_help=False, usage="%(prog)s [anything]")
group = g.add_argument_group("the group", "about it")
group.add_argument("--in-group", help="inside")
either = g.add_mutually_exclusive_group(required=True)
either.add_argument("--this", action="store_true")
either.add_argument("--that", metavar="T")
g.print_help()
g.usage = None
print(g.format_usage(), end="")
attempt(g, "--this")
attempt(g, "--this", "--that", "1")
attempt(g)

# Subcommands.
s = argparse.ArgumentParser(prog="git", exit_on_error=True)
s.add_argument("--verbose", action="store_true")
commands = s.add_subparsers(title="commands", dest="command", required=True, metavar="COMMAND")
add = commands.add_parser("add", help="adds a file", aliases=["a"])
add.add_argument("path")
add.add_argument("--force", "-f", action="store_true")
add.set_defaults(run="adding")
rm = commands.add_parser("rm", help="removes", description="Removes files.", deprecated=True)
rm.add_argument("paths", nargs=argparse.REMAINDER)
s.print_help()
attempt(s, "add", "x", "-f")
attempt(s, "--verbose", "a", "x")
attempt(s, "rm", "-r", "x", "--", "y")
attempt(s, "mv")
attempt(s)
attempt(s, "add", "-h")
attempt(s, "add", "x", "--extra")

# Other prefixes, files of arguments, parents, conflicts, defaults.
parent = argparse.ArgumentParser(add_help=False)
parent.add_argument("--shared", type=int, default=argparse.SUPPRESS)
c = argparse.ArgumentParser(prog="child", parents=[parent], prefix_chars="-+", argument_default=argparse.SUPPRESS,
                            conflict_handler="resolve", allow_abbrev=False, exit_on_error=False)
c.add_argument("+x", "++xx", nargs="?", const=1)
c.add_argument("-a", "--all", action="store_true")
c.add_argument("-a", type=int)
c.set_defaults(extra="more")
print(c.format_help())
attempt(c, "++xx", "3", "--shared", "4", "--all")
attempt(c, "-a", "b")
attempt(c, "--al")
attempt(c, "-1")


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (option_string, values.upper()))


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f"{text} is odd")
    return int(text)


u = argparse.ArgumentParser(prog="u", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
u.add_argument("--up", action=Upper, default="low", help="raised")
u.add_argument("--even", type=even, default=2, help="a number")
u.print_help()
attempt(u, "--up", "word", "--even", "4")
attempt(u, "--even", "3")

raw = argparse.ArgumentParser(prog="raw", formatter_class=argparse.RawTextHelpFormatter, description="as\n  it\nis")
raw.add_argument("x", help="one\ntwo")
raw.print_help()
wide = argparse.ArgumentParser(prog="program-with-a-long-name")
for name in "alpha", "beta", "gamma", "delta", "epsilon":
    wide.add_argument(f"--{name}", required=name == "beta")
    wide.add_argument(name, nargs="*" if name == "epsilon" else None)
print(wide.format_usage())
print(argparse.Namespace(a=1, **{"b c": 2}), argparse.Namespace(a=1) == argparse.Namespace(a=1))
print(p._actions[1], argparse.FileType("w", encoding="utf-8"))
for wrong in [dict(args=["-x"], action="nothing"), dict(args=["x"], nargs=0), dict(args=["-x"], type="int"),
              dict(args=["x"], required=True), dict(args=["-x"], nargs=2, metavar=("A",)), dict(args=["--up"]),
              dict(args=["--"], dest=None), dict(args=["-t"], action="store_true", type=int)]:
    try:
        u.add_argument(*wrong.pop("args"), **wrong)
    except Exception as error:
        print(type(error).__name__, error)
