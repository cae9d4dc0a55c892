"""Commands that are complete or not, and prompts of programs."""
import code
import codeop
import contextlib
import io

for text in ["x = 1", "if 1:", "if 1:\n  x", "if 1:\n  x\n", "def f(", "'''a", "a b", "", "# c", "for", "f(1))", "x = (1,", "class A:\n  pass\n", "else:"]:
    try:
        found = codeop.compile_command(text)
        print(repr(text), found is not None)
    except SyntaxError as error:
        print(repr(text), error.msg)
print(codeop.compile_command("(1 +", symbol="eval"), codeop.compile_command("1 + 1", symbol="eval") is not None)
print(codeop.CommandCompiler()("a = 1\n", "<f>", "exec").co_filename)


class Typed(code.InteractiveConsole):
    def __init__(self, *lines, **options):
        super().__init__(**options)
        self.lines = list(lines)
        self.said = []

    def raw_input(self, prompt=""):
        self.said.append(prompt)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)

    def write(self, data):
        self.said.append(data)


out = io.StringIO()
console = Typed("x = 2", "if x:", "  print(x)", "", "x * 21", "1 / 0", "a b", "def f():", "  return 7", "", "f()")
with contextlib.redirect_stdout(out):
    console.interact(banner="hello", exitmsg="bye")
print(out.getvalue(), console.said, sorted(name for name in console.locals if name[0] != "_"))
console = Typed("exit()", local_exit=True)
console.interact(banner="", exitmsg="")
print(console.said)
interpreter = code.InteractiveInterpreter({"y": 1})
print(interpreter.runsource("if y:"), interpreter.runsource("z = y"), interpreter.locals["z"])
exec(compile("if 1:\n  print('no line end')", "<s>", "single"))
