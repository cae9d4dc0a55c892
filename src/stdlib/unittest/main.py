"""The program that runs tests by the command line."""

import os
import sys

from . import loader, runner
from .signals import installHandler

__unittest = True

_NO_TESTS_EXITCODE = 5

# What each option sets: an attribute, and its value.
_SWITCHES = {
    "-v": ("verbosity", 2), "--verbose": ("verbosity", 2), "-q": ("verbosity", 0), "--quiet": ("verbosity", 0),
    "--locals": ("tb_locals", True), "-f": ("failfast", True), "--failfast": ("failfast", True),
    "-c": ("catchbreak", True), "--catch": ("catchbreak", True), "-b": ("buffer", True), "--buffer": ("buffer", True),
}

# What each option with a value is kept as.
_VALUED = {"-k": "testNamePatterns", "--durations": "durations"}
_VALUED_IN_DISCOVERY = _VALUED | {
    "-s": "start", "--start-directory": "start", "-p": "pattern", "--pattern": "pattern", "-t": "top",
    "--top-level-directory": "top",
}


def _convert_name(name):
    """The dotted name of the module in a file; other names stay as they are."""
    if not os.path.isfile(name) or not name.lower().endswith(".py"):
        return name
    if os.path.isabs(name):
        relative = os.path.relpath(name, os.getcwd())
        if os.path.isabs(relative) or relative.startswith(os.pardir):
            return name
        name = relative
    return os.path.normpath(name)[:-3].replace("\\", ".").replace("/", ".")


def _convert_names(names):
    return [_convert_name(name) for name in names]


def _convert_select_pattern(pattern):
    return pattern if "*" in pattern else f"*{pattern}*"


class TestProgram:
    """Runs the tests of a module, or those that the command line names."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    tb_locals = False
    durations = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        self.exit, self.verbosity, self.failfast, self.catchbreak = exit, verbosity, failfast, catchbreak
        self.buffer, self.tb_locals, self.durations = buffer, tb_locals, durations
        self.warnings = "default" if warnings is None and not sys.warnoptions else warnings
        self.testRunner, self.testLoader, self.defaultTest = testRunner, testLoader, defaultTest
        argv = sys.argv if argv is None else argv
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def _usage(self):
        options = "[-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b] [-k TESTNAMEPATTERNS]"
        return f"usage: {self.progName} {options} [tests ...]\n"

    def _print_help(self):
        sys.stdout.write(self._usage())

    def parseArgs(self, argv):
        args = argv[1:]
        if self.module is None:
            if args and args[0].lower() == "discover":
                return self._do_discovery(args[1:])
            names = self._parse_options(args, _VALUED)
            if not names:
                return self._do_discovery([])
        else:
            names = self._parse_options(args, _VALUED)
        default = self.defaultTest
        if names:
            self.testNames = _convert_names(names)
            self.module = None if __name__ == "__main__" else self.module
        elif isinstance(default, str):
            self.testNames = (default,)
        else:
            self.testNames = default if default is None else [*default]
        self.createTests()

    def _do_discovery(self, argv, Loader=None):
        self.where = {"start": ".", "pattern": "test*.py", "top": None}
        for place, value in zip(("start", "pattern", "top"), self._parse_options(argv, _VALUED_IN_DISCOVERY, most=3)):
            self.where[place] = value
        self.createTests(from_discovery=True, Loader=Loader)

    def _parse_options(self, args, valued, most=None):
        """Takes the options among the arguments; gives the others."""
        rest = list(args)
        names = []
        while rest:
            arg = rest.pop(0)
            name, equals, value = arg.partition("=")
            if arg in ("-h", "--help"):
                self._print_help()
                sys.exit(0)
            if arg in _SWITCHES:
                setattr(self, *_SWITCHES[arg])
            elif name in valued:
                if not equals:
                    if not rest:
                        self._refuse(f"argument {name}: expected one argument")
                    value = rest.pop(0)
                self._take(valued[name], value)
            elif arg[:2] in valued and arg[:2] != "--":
                self._take(valued[arg[:2]], arg[2:])
            elif arg == "--":
                names += rest
                rest = []
            elif arg[:1] != "-" or len(arg) == 1:
                names.append(arg)
            elif arg[1] != "-" and all(f"-{letter}" in _SWITCHES for letter in arg[1:]):
                rest[:0] = [f"-{letter}" for letter in arg[1:]]
            else:
                self._refuse(f"unrecognized arguments: {arg}")
        if most is not None and len(names) > most:
            self._refuse(f"unrecognized arguments: {' '.join(names[most:])}")
        for switch in ("failfast", "catchbreak", "buffer"):
            if getattr(self, switch) is None:
                setattr(self, switch, False)
        return names

    def _take(self, name, value):
        if name == "testNamePatterns":
            self.testNamePatterns = (self.testNamePatterns or []) + [_convert_select_pattern(value)]
        elif name == "durations":
            if not value.lstrip("-").isdecimal():
                self._refuse(f"argument --durations: invalid int value: {value!r}")
            self.durations = int(value)
        else:
            self.where[name] = value

    def _refuse(self, text):
        sys.stderr.write(f"{self._usage()}{self.progName}: error: {text}\n")
        sys.exit(2)

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            source = self.testLoader if Loader is None else Loader()
            self.test = source.discover(self.where["start"], self.where["pattern"], self.where["top"])
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _make_runner(self):
        """The runner, with as many of the options as its class takes."""
        if not isinstance(self.testRunner, type):
            return self.testRunner
        options = {"verbosity": self.verbosity, "failfast": self.failfast, "buffer": self.buffer,
                   "warnings": self.warnings}
        newer = {"tb_locals": self.tb_locals, "durations": self.durations}
        for known in (options | newer, options):
            try:
                return self.testRunner(**known)
            except TypeError:
                pass
        return self.testRunner()

    def runTests(self):
        if self.catchbreak:
            installHandler()
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        self.result = self._make_runner().run(self.test)
        if not self.exit:
            return
        if not self.result.wasSuccessful():
            sys.exit(1)
        sys.exit(0 if self.result.testsRun or self.result.skipped else _NO_TESTS_EXITCODE)


main = TestProgram
