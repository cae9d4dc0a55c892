"""Record what the reference prints for each case of cases.txt: the data of the exception, and its text.

Run by hand with CPython 3.13 when cases are added: python3 _record.py > recorded.txt
The test `diagnostics` renders the recorded data and compares it with the recorded text.
"""

import linecache
import os
import sys
import traceback


def quoted(text):
    if text is None:
        return "-"
    out = []
    for char in text:
        if char in '"\\':
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\n")
        elif char < " ":
            out.append("\\u{%x}" % ord(char))
        else:
            out.append(char)
    return '"' + "".join(out) + '"'


def number(value):
    return "-" if value is None else str(value)


def frames(tb):
    while tb is not None:
        code = tb.tb_frame.f_code
        if code.co_filename != __file__:
            yield tb, code
        tb = tb.tb_next


def record(exc, indent, seen, out):
    pad = "  " * indent
    seen.add(id(exc))
    report = traceback.TracebackException(type(exc), exc, exc.__traceback__, compact=True)
    out.append(f"{pad}class {report.exc_type_str}")
    if isinstance(exc, SyntaxError):
        out.append(f"{pad}message {quoted(exc.msg)}")
        place = (exc.lineno, exc.offset, exc.end_lineno, exc.end_offset)
        out.append(f"{pad}syntax {' '.join(map(number, place))} {quoted(exc.filename)} {quoted(exc.text)}")
    else:
        text = traceback._safe_string(exc, "exception")
        if text:
            out.append(f"{pad}message {quoted(text)}")
        if report._str != text:
            out.append(f"{pad}suggestion {quoted(report._str[len(text) + 2:])}")
    for note in getattr(exc, "__notes__", None) or ():
        out.append(f"{pad}note {quoted(traceback._safe_string(note, 'note'))}")
    for tb, code in frames(exc.__traceback__):
        line, end_line, column, end_column = traceback._get_code_position(code, tb.tb_lasti)
        place = (tb.tb_lineno if line is None else line, end_line, column, end_column)
        out.append(f"{pad}frame {' '.join(map(number, place))} {quoted(code.co_filename)} {quoted(code.co_name)}")
    if exc.__suppress_context__:
        out.append(f"{pad}suppress")
    related = {"cause": exc.__cause__, "context": exc.__context__}
    for key, other in related.items():
        if other is not None and id(other) not in seen:
            out.append(f"{pad}{key}")
            record(other, indent + 1, seen, out)
    for member in getattr(exc, "exceptions", ()):
        out.append(f"{pad}member")
        record(member, indent + 1, seen, out)


def without_own_frames(exc, seen):
    while exc is not None and id(exc) not in seen:
        seen.add(id(exc))
        if exc.__traceback__ is not None and exc.__traceback__.tb_frame.f_code.co_filename == __file__:
            exc.__traceback__ = exc.__traceback__.tb_next
        for other in (exc.__cause__, *getattr(exc, "exceptions", ())):
            without_own_frames(other, seen)
        exc = exc.__context__


def run(name, source):
    file = "case.py"
    linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    try:
        exec(compile(source, file, "exec"), {"__name__": "__main__"})
    except BaseException as exc:
        without_own_frames(exc, set())
        out = []
        record(exc, 0, set(), out)
        print(f"=== {name}")
        print(source, end="")
        print("--- report")
        print("\n".join(out))
        print("--- text")
        text = "".join(traceback.format_exception(exc))
        print(text, end="")
        print("--- coloured")
        text = "".join(traceback.format_exception(exc, colorize=True))
        print(text.replace("\x1b", "␛"), end="")
    else:
        sys.exit(f"{name} raises nothing")


cases = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases.txt"), encoding="utf-8").read()
for case in cases.split("=== ")[1:]:
    name, _, source = case.partition("\n")
    run(name, source)
