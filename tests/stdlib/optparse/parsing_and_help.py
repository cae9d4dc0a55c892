"""Parsers of the older kind: what they parse, print and complain of."""
import contextlib
import io
import optparse
import os

os.environ["COLUMNS"] = "80"


def attempt(parser, args):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            values, rest = parser.parse_args(args.split())
        print(args, "->", values, rest)
    except SystemExit as end:
        print(args, "-> exit", end.code)
    except optparse.OptParseError as error:
        print(args, "->", error)
    print(out.getvalue() + err.getvalue(), end="")


def call(option, opt, value, parser, *args, **kwargs):
    parser.values.called = (str(option), opt, value, args, kwargs, parser.rargs[:])


p = optparse.OptionParser("usage: %prog [options] file", version="%prog 1.0", description="About %prog.", epilog="The end.", prog="prog")
p.add_option("-f", "--file", metavar="FILE", help="a file [%default]", default="x.txt")
p.add_option("-n", type="int", dest="number", default="0x10", help="a number that has an explanation which is longer than what is left of the line")
p.add_option("-v", "--verbose", action="count")
p.add_option("-q", action="store_false", dest="verbose")
p.add_option("--mode", choices=["a", "b"])
p.add_option("--pair", nargs=2, type="float")
p.add_option("-a", action="append", type=int, dest="items")
p.add_option("--const", action="append_const", const=7, dest="items")
p.add_option("-c", action="callback", callback=call, type="string", callback_args=(1,), callback_kwargs={"k": 2})
p.add_option("--a-very-long-option-name", help="below")
p.add_option("--hidden", help=optparse.SUPPRESS_HELP)
group = optparse.OptionGroup(p, "More options", "They are more.")
group.add_option("-g", action="store_true", help="grouped")
p.add_option_group(group)
p.print_help()
for args in ["one -f y two -vv", "-n3 --mode=a --pair 1 2.5 -a 1 -a2 --const", "-c val rest --file=z", "-- -v", "--ver", "-n x", "--mode c", "--pair 1",
             "-x", "--nothing", "--verbose=1", "-h", "--version", "-vqg", "--file", "--a"]:
    attempt(p, args)
p.disable_interspersed_args()
attempt(p, "one -v")
print(p.get_option("-f"), p.has_option("--nope"), p.get_option_group("-g") is group, p.defaults["number"])
p.remove_option("--file")
print(p.has_option("-f"), p.get_usage(), end="")
t = optparse.OptionParser(formatter=optparse.TitledHelpFormatter(), prog="t", conflict_handler="resolve", usage=optparse.SUPPRESS_USAGE)
t.add_option("-h", "--height", type="long", help="how high")
print(t.format_help())
for make in [lambda: optparse.Option("x"), lambda: optparse.Option("--"), lambda: optparse.Option("-x", action="no"), lambda: optparse.Option("-x", type="no"),
             lambda: optparse.Option("-x", action="store_true", type="int"), lambda: optparse.Option("-x", choices=[1], type="int"), lambda: optparse.Option("-x", const=1),
             lambda: optparse.Option("-x", action="callback"), lambda: optparse.Option("-x", wrong=1), lambda: optparse.Option(), lambda: p.add_option("-n"),
             lambda: optparse.Option("-x", type="choice"), lambda: p.remove_option("-f"), lambda: optparse.OptionParser(conflict_handler="x")]:
    try:
        print(make())
    except (optparse.OptionError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
values = optparse.Values({"a": 1})
print(values == {"a": 1}, values.ensure_value("b", []), values, values == optparse.Values({"a": 1}))
