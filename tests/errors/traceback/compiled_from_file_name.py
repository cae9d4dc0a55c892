# The lines of a compiled text are those of the file that it was named after. A generator that had not begun stands in its first line.
import traceback
with open(__file__, encoding="utf-8") as file:
    text = file.read()
def gen(
        a, b):
    yield a
if "again" not in globals():
    try:
        exec(compile(text, __file__, "exec"), {"again": True, "__file__": __file__})
    except ValueError as error:
        traceback.print_exc()
    gen(1, 2).throw(KeyError("not begun"))
raise ValueError(
    "compiled")
