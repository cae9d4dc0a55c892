"""The program that runs a module's tests."""

import sys

from . import loader, runner

__unittest = True

_NO_TESTS_EXITCODE = 5


def _split(name):
    if name.endswith(".py") and "/" in name or name.endswith(".py"):
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

    def _parser(self):
        import argparse
        parser = argparse.ArgumentParser(prog=self.progName)
        add = parser.add_argument
        add("-v", "--verbose", dest="verbosity", action="store_const", const=2, help="Verbose output")
        add("-q", "--quiet", dest="verbosity", action="store_const", const=0, help="Quiet output")
        add("--locals", dest="tb_locals", action="store_true", help="Show local variables in tracebacks")
        add("--durations", dest="durations", type=int, default=None, metavar="N",
            help="Show the N slowest test cases (N=0 for all)")
        add("-f", "--failfast", dest="failfast", action="store_true", help="Stop on first fail or error")
        add("-c", "--catch", dest="catchbreak", action="store_true",
            help="Catch Ctrl-C and display results so far")
        add("-b", "--buffer", dest="buffer", action="store_true", help="Buffer stdout and stderr during tests")
        add("-k", dest="testNamePatterns", action="append",
            help="Only run tests which match the given substring")
        return parser

    def parseArgs(self, argv):
        self.createTests_from = None
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
        parser = self._parser()
        discover = args[:1] == ["discover"]
        if discover:
            args = args[1:]
            parser.add_argument("-s", "--start-directory", dest="start", default=".")
            parser.add_argument("-p", "--pattern", dest="pattern", default="test*.py")
            parser.add_argument("-t", "--top-level-directory", dest="top", default=None)
        parser.add_argument("tests", nargs="*", help="a list of any number of test modules, classes and test methods.")
        found = parser.parse_args(args)
        for name in ("verbosity", "failfast", "catchbreak", "buffer", "tb_locals", "durations"):
            value = getattr(found, name)
            if value is not None and value is not False:
                setattr(self, name, value)
        if found.testNamePatterns:
            self.testNamePatterns = [
                pattern if "*" in pattern else f"*{pattern}*" for pattern in found.testNamePatterns]
        if not discover:
            return found.tests
        names = found.tests + [None] * 3
        self.testLoader.testNamePatterns = self.testNamePatterns
        self.test = self.testLoader.discover(names[0] or found.start, names[1] or found.pattern, names[2] or found.top)
        return None

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
