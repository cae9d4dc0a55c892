"""Record what the reference's compiler says of each source in mistakes.txt: its warnings and its error.

Run by hand with CPython 3.13 when sources are added: python3 _record_mistakes.py > recorded_mistakes.txt
The test `mistakes` compiles the same sources and compares.
"""

import os
import sys
import tempfile
import traceback
import warnings

here = os.path.dirname(os.path.abspath(__file__))
sources = open(os.path.join(here, "mistakes.txt"), encoding="utf-8").read().split("---\n")
sys.stdout.reconfigure(encoding="utf-8")


def show(message, category, filename, lineno, *_):
    said.append(warnings.formatwarning(message, category, filename, lineno))


warnings.showwarning = show
warnings.simplefilter("always")
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for source in sources:
        with open("case.py", "w", encoding="utf-8") as file:
            file.write(source)
        said = []
        try:
            compile(source, "case.py", "exec", dont_inherit=True)
        except SyntaxError as error:
            said += traceback.format_exception_only(error)
        print(f"=== \n{source}---\n{''.join(said)}", end="")
        # Lines of warnings are looked up in a cache, which must not see the next source's file as this one's.
        __import__("linecache").clearcache()
