"""Compiling what is typed at a prompt: is it complete, or must more come?"""
import __future__
from _ast_tree import is_complete

__all__ = ["compile_command", "Compile", "CommandCompiler"]

PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000


def _maybe_compile(compiler, source, filename, symbol):
    """The code; `None` where more must come."""
    lines = [line.strip() for line in source.split("\n")]
    if symbol != "eval" and all(not line or line[0] == "#" for line in lines):
        source = "pass"
    # True, false where it is wrong, `None` where it may still become right.
    verdict = is_complete(source, symbol)
    if verdict is not True and is_complete(source + "\n", symbol) is not False:
        return None
    return compiler(source, filename, symbol)


def compile_command(source, filename="<input>", symbol="single"):
    """The code of a command; `None` if it is not complete; raises `SyntaxError` for what cannot become right."""
    return _maybe_compile(compile, source, filename, symbol)


class Compile:
    """Compiles texts; what one takes from the future holds for those that follow."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol, **kwargs):
        kept = self.flags & ~(PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT)
        code = compile(source, filename, symbol, kept, True)
        for name in __future__.all_feature_names:
            self.flags |= code.co_flags & getattr(__future__, name).compiler_flag
        return code


class CommandCompiler:
    """As `compile_command`, with the memory of `Compile`."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        """The code of a command; `None` if it is not complete."""
        return _maybe_compile(self.compiler, source, filename, symbol)
