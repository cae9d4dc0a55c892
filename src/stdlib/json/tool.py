"""A command that checks JSON and writes it so that people can read it: python -m json.tool"""

import argparse
import json
import sys


def _arguments():
    parser = argparse.ArgumentParser(
        prog="python -m json.tool",
        description="A simple command line interface for json module to validate and pretty-print JSON objects.")
    parser.add_argument("infile", nargs="?", default="-", help="a JSON file to be validated or pretty-printed")
    parser.add_argument("outfile", nargs="?", default=None, help="write the output of infile to outfile")
    parser.add_argument("--sort-keys", action="store_true", default=False,
                        help="sort the output of dictionaries alphabetically by key")
    parser.add_argument("--no-ensure-ascii", dest="ensure_ascii", action="store_false",
                        help="disable escaping of non-ASCII characters")
    parser.add_argument("--json-lines", action="store_true", default=False,
                        help="parse input using the JSON Lines format. Use with --no-indent or --compact to produce "
                             "valid JSON Lines output.")
    layout = parser.add_mutually_exclusive_group()
    layout.add_argument("--indent", default=4, type=int,
                        help="separate items with newlines and use this number of spaces for indentation")
    layout.add_argument("--tab", action="store_const", dest="indent", const="\t",
                        help="separate items with newlines and use tabs for indentation")
    layout.add_argument("--no-indent", action="store_const", dest="indent", const=None,
                        help="separate items with spaces rather than newlines")
    layout.add_argument("--compact", action="store_true", help="suppress all whitespace separation (most compact)")
    return parser.parse_args()


def _objects(name, lines):
    """What the input holds, all of it before anything is written."""
    source = sys.stdin if name == "-" else open(name, encoding="utf-8")
    try:
        return [json.loads(line) for line in source] if lines else [json.load(source)]
    finally:
        if source is not sys.stdin:
            source.close()


def _write(target, objects, options):
    for each in objects:
        json.dump(each, target, **options)
        target.write("\n")


def main():
    """Does what the command line asks for."""
    chosen = _arguments()
    options = {"sort_keys": chosen.sort_keys, "indent": chosen.indent, "ensure_ascii": chosen.ensure_ascii}
    if chosen.compact:
        options["indent"] = None
        options["separators"] = ",", ":"
    try:
        objects = _objects(chosen.infile, chosen.json_lines)
        if chosen.outfile is None:
            _write(sys.stdout, objects, options)
        else:
            with open(chosen.outfile, "w", encoding="utf-8") as target:
                _write(target, objects, options)
    except ValueError as error:
        raise SystemExit(error)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError as error:
        raise SystemExit(error.errno)
