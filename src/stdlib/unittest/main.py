"""The program that runs a module's tests."""

import sys

from . import loader, runner

__unittest = True

_NO_TESTS_EXITCODE = 5


def _split(name):
    if name.endswith(".py"):
        return name[:-3].strip("./").replace("/", ".")
    return name


class TestProgram:
    """Runs the tests of a module by the command line."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    _discovery_parser = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            self.module = sys.modules[module]
        else:
            self.module = module
        if argv is None:
            argv = sys.argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        if warnings is None and not sys.warnoptions:
            self.warnings = "default"
        else:
            self.warnings = warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = argv[0].rpartition("/")[2]
        self.parseArgs(argv)
        self.runTests()

    def _usage(self):
        return f"usage: {self.progName} [-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b] [-k TESTNAMEPATTERNS] [tests ...]\n"

    def parseArgs(self, argv):
        args = argv[1:]
        if args and any(arg[:1] == "-" for arg in args) or args[:1] == ["discover"]:
            args = self._parse_options(args)
            if args is None:
                return
        if args:
            self.testNames = [_split(name) for name in args]
            if __name__ == "__main__":
                self.module = None
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def _parse_options(self, args):
        discover = args[:1] == ["discover"]
        rest = args[1:] if discover else list(args)
        names = []
        where = {"start": ".", "pattern": "test*.py", "top": None}
        short = {
            "-v": ("verbosity", 2), "--verbose": ("verbosity", 2), "-q": ("verbosity", 0), "--quiet": ("verbosity", 0),
            "--locals": ("tb_locals", True), "-f": ("failfast", True), "--failfast": ("failfast", True),
            "-c": ("catchbreak", True), "--catch": ("catchbreak", True), "-b": ("buffer", True),
            "--buffer": ("buffer", True),
        }
        valued = {"-k": "testNamePatterns", "--durations": "durations"}
        if discover:
            valued |= {
                "-s": "start", "--start-directory": "start", "-p": "pattern", "--pattern": "pattern", "-t": "top",
                "--top-level-directory": "top",
            }
        while rest:
            arg = rest.pop(0)
            name, equals, value = arg.partition("=")
            if arg in ("-h", "--help"):
                print(self._usage(), end="")
                sys.exit(0)
            if arg in short:
                setattr(self, *short[arg])
            elif name in valued:
                if not equals:
                    if not rest:
                        self._refuse(f"argument {name}: expected one argument")
                    value = rest.pop(0)
                self._take(valued[name], value, where)
            elif arg[:2] in ("-k", "-s", "-p", "-t") and arg[:2] in valued:
                self._take(valued[arg[:2]], arg[2:], where)
            elif arg[:1] == "-" and len(arg) > 1:
                if arg[1] != "-" and all("-" + letter in short for letter in arg[1:]):
                    rest[:0] = ["-" + letter for letter in arg[1:]]
                else:
                    self._refuse(f"unrecognized arguments: {arg}")
            else:
                names.append(arg)
        if not discover:
            return names
        names += [None] * 3
        self.testLoader.testNamePatterns = self.testNamePatterns
        self.test = self.testLoader.discover(
            names[0] or where["start"], names[1] or where["pattern"], names[2] or where["top"])
        return None

    def _take(self, name, value, where):
        if name == "testNamePatterns":
            pattern = value if "*" in value else f"*{value}*"
            self.testNamePatterns = (self.testNamePatterns or []) + [pattern]
        elif name == "durations":
            self.durations = int(value)
        else:
            where[name] = value

    def _refuse(self, text):
        sys.stderr.write(f"{self._usage()}{self.progName}: error: {text}\n")
        sys.exit(2)

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        if isinstance(self.testRunner, type):
            options = {
                "verbosity": self.verbosity, "failfast": self.failfast, "buffer": self.buffer,
                "warnings": self.warnings, "tb_locals": self.tb_locals, "durations": self.durations,
            }
            while True:
                try:
                    test_runner = self.testRunner(**options)
                    break
                except TypeError:
                    if not options:
                        raise
                    options.popitem()
        else:
            test_runner = self.testRunner
        self.result = test_runner.run(self.test)
        if self.exit:
            if not self.result.wasSuccessful():
                sys.exit(1)
            if self.result.testsRun == 0 and len(self.result.skipped) == 0:
                sys.exit(_NO_TESTS_EXITCODE)
            sys.exit(0)


main = TestProgram
