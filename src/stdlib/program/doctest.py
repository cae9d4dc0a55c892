"""Runs the examples in docstrings and other texts, and tells where they give something else than they show."""
import __future__
import inspect
import linecache
import os
import re
import sys
import traceback
import unittest
from collections import namedtuple
from io import StringIO
from _doctest_examples import (
    BLANKLINE_MARKER, COMPARISON_FLAGS, DONT_ACCEPT_BLANKLINE, DONT_ACCEPT_TRUE_FOR_1, ELLIPSIS, ELLIPSIS_MARKER,
    FAIL_FAST, IGNORE_EXCEPTION_DETAIL, NORMALIZE_WHITESPACE, OPTIONFLAGS_BY_NAME, REPORTING_FLAGS, REPORT_CDIFF,
    REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, REPORT_UDIFF, SKIP, DocTest, DocTestParser, Example, OutputChecker,
    _ellipsis_match, _indent, _strip_exception_details, register_optionflag,
)
from _doctest_find import DocTestFinder

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
    "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
    "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest", "DocTestParser", "DocTestFinder",
    "DocTestRunner", "OutputChecker", "DocTestFailure", "UnexpectedException", "DebugRunner", "testmod", "testfile",
    "run_docstring_examples", "DocTestSuite", "DocFileSuite", "set_unittest_reportflags", "script_from_examples",
    "testsource", "debug_src", "debug",
]


class TestResults(namedtuple("TestResults", "failed attempted")):
    """How many examples failed, and how many there were."""

    def __new__(cls, failed, attempted, *, skipped=0):
        self = super().__new__(cls, failed, attempted)
        self.skipped = skipped
        return self

    def __repr__(self):
        shown = super().__repr__()
        return f"{shown[:-1]}, skipped={self.skipped})" if self.skipped else shown


class _Captured(StringIO):
    """What examples print; each line is ended."""

    def getvalue(self):
        text = super().getvalue()
        return text + "\n" if text and not text.endswith("\n") else text

    def truncate(self, size=None):
        self.seek(size)
        super().truncate()


def _extract_future_flags(globs):
    """The flags for what a namespace took from the future."""
    flags = 0
    for name in __future__.all_feature_names:
        feature = getattr(__future__, name)
        if globs.get(name) is feature:
            flags |= feature.compiler_flag
    return flags


def _plural(items):
    return f"{len(items)} item{'s' * (len(items) != 1)}"


class DocTestRunner:
    """Runs tests, writes reports on what fails (on all with `verbose`), and counts."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        # By the names of tests: failures, tries, skips.
        self._stats = {}
        self._fakeout = _Captured()

    # Reports; programs override these.

    def report_start(self, out, test, example):
        """An example is about to run."""
        if self._verbose:
            wanted = f"Expecting:\n{_indent(example.want)}" if example.want else "Expecting nothing\n"
            out(f"Trying:\n{_indent(example.source)}{wanted}")

    def report_success(self, out, test, example, got):
        """An example gave what it shows."""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """An example gave something else."""
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """An example raised an exception that it does not show."""
        shown = "".join(traceback.format_exception(*exc_info))
        out(f"{self._failure_header(test, example)}Exception raised:\n{_indent(shown)}")

    def _failure_header(self, test, example):
        if test.filename:
            known = test.lineno is not None and example.lineno is not None
            line = test.lineno + example.lineno + 1 if known else "?"
            where = f'File "{test.filename}", line {line}, in {test.name}'
        else:
            where = f"Line {example.lineno + 1}, in {test.name}"
        return f"{self.DIVIDER}\n{where}\nFailed example:\n{_indent(example.source)}"

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a test."""
        self.test = test
        if compileflags is None:
            compileflags = _extract_future_flags(test.globs)
        stdout = sys.stdout
        if out is None:
            out = stdout.write
        displayhook, getlines = sys.displayhook, linecache.getlines
        own = re.compile(rf"<doctest {re.escape(test.name)}\[(\d+)\]>$")

        def lines_of_examples(filename, module_globals=None):
            found = own.match(filename)
            if found:
                return test.examples[int(found[1])].source.splitlines(True)
            return getlines(filename, module_globals)

        self.save_linecache_getlines = getlines
        sys.stdout, sys.displayhook = self._fakeout, sys.__displayhook__
        linecache.getlines = lines_of_examples
        try:
            return self._run_examples(test, compileflags, out)
        finally:
            sys.stdout, sys.displayhook, linecache.getlines = stdout, displayhook, getlines
            if clear_globs:
                import builtins
                test.globs.clear()
                builtins._ = None

    def _run_examples(self, test, compileflags, out):
        failures = skips = attempted = 0
        flags = self.optionflags
        for number, example in enumerate(test.examples):
            attempted += 1
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = flags
            for flag, is_set in example.options.items():
                self.optionflags = self.optionflags | flag if is_set else self.optionflags & ~flag
            if self.optionflags & SKIP:
                skips, raised = skips + 1, None
                continue
            # Only the first failure is of interest: the rest runs, but is not spoken of.
            if not quiet:
                self.report_start(out, test, example)
            raised = self._execute(test, number, example, compileflags)
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            failures += not self._judge(out, test, example, got, raised, quiet)
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = flags
        self._count(test.name, failures, attempted, skips)
        self.failures += failures
        self.tries += attempted
        self.skips += skips
        return TestResults(failures, attempted, skipped=skips)

    def _execute(self, test, number, example, compileflags):
        """Runs an example; gives what it raised."""
        try:
            exec(compile(example.source, f"<doctest {test.name}[{number}]>", "single", compileflags, True), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            entry = error.__traceback__
            # The frame of this call is none of the example's.
            return type(error), error.with_traceback(entry), entry
        return None

    def _judge(self, out, test, example, got, raised, quiet):
        """Reports on an example; whether it is right."""
        check = self._checker.check_output
        if raised is None:
            right = check(example.want, got, self.optionflags)
        else:
            if not quiet:
                got += "".join(traceback.format_exception(*raised))
            if example.exc_msg is None:
                if not quiet:
                    self.report_unexpected_exception(out, test, example, raised)
                return False
            right = self._is_expected(example.exc_msg, _message(raised))
        if not quiet:
            (self.report_success if right else self.report_failure)(out, test, example, got)
        return right

    def _is_expected(self, wanted, message):
        check, flags = self._checker.check_output, self.optionflags
        if check(wanted, message, flags):
            return True
        if not flags & IGNORE_EXCEPTION_DETAIL:
            return False
        return check(_strip_exception_details(wanted), _strip_exception_details(message), flags)

    def _count(self, name, *counts):
        self._stats[name] = tuple(map(sum, zip(counts, self._stats.get(name, (0, 0, 0)))))

    def summarize(self, verbose=None):
        """Prints a summary of all tests that were run: the failures, and with `verbose` the rest."""
        verbose = self._verbose if verbose is None else verbose
        stats = sorted(self._stats.items())
        empty = [name for name, (_, tries, _) in stats if not tries]
        passed = [(name, tries) for name, (failures, tries, _) in stats if tries and not failures]
        failed = [(name, failures, tries) for name, (failures, tries, _) in stats if failures]
        failures, tries, skips = (sum(counts[place] for _, counts in stats) for place in range(3))
        if verbose:
            if empty:
                print(f"{_plural(empty)} had no tests:", *[f"    {name}" for name in empty], sep="\n")
            if passed:
                print(f"{_plural(passed)} passed all tests:")
                for name, count in passed:
                    print(f" {count:3d} test{'s' * (count != 1)} in {name}")
        if failed:
            print(self.DIVIDER, f"{_plural(failed)} had failures:", sep="\n")
            for name, wrong, count in failed:
                print(f" {wrong:3d} of {count:3d} in {name}")
        if verbose:
            print(f"{tries} test{'s' * (tries != 1)} in {_plural(stats)}.")
            print(f"{tries - failures} passed{f' and {failures} failed' if failures else ''}.")
        if failures:
            skipped = f" and {skips} skipped test{'s' * (skips != 1)}" if skips else ""
            print(f"***Test Failed*** {failures} failure{'s' * (failures != 1)}{skipped}.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        """Adds the counts of another runner."""
        for name, counts in other._stats.items():
            self._count(name, *counts)


def _message(raised):
    """What an exception says, without the place of a syntax error."""
    kind, error, _ = raised
    lines = traceback.format_exception_only(kind, error)
    if issubclass(kind, SyntaxError):
        names = f"{kind.__qualname__}:", f"{kind.__module__}.{kind.__qualname__}:"
        lines = lines[next(place for place, line in enumerate(lines) if line.startswith(names)):]
    return "".join(lines)


class DocTestFailure(Exception):
    """An example gave something else than it shows."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised an exception that it does not show."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    __str__ = DocTestFailure.__str__


class DebugRunner(DocTestRunner):
    """Raises an exception for the first example that is wrong; the namespace of the test stays."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        results = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return results

    def report_failure(self, out, test, example, got):
        """Raises `DocTestFailure`."""
        raise DocTestFailure(test, example, got)

    def report_unexpected_exception(self, out, test, example, exc_info):
        """Raises `UnexpectedException`."""
        raise UnexpectedException(test, example, exc_info)


# The runner that collects the counts of all that `testmod` and `testfile` run.
master = None


def _run_all(tests, verbose, report, optionflags, raise_on_error):
    global master
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is not None:
        master.merge(runner)
    master = master or runner
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Tests the examples in the docstrings of a module, or of the program, and in its `__test__`."""
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    finder = DocTestFinder(exclude_empty=exclude_empty)
    tests = finder.find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs)
    return _run_all(tests, verbose, report, optionflags, raise_on_error)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
             optionflags=0, extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Tests the examples in a file, which is looked for beside the calling module, or in a package."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = _load_testfile(filename, package, module_relative, encoding or "utf-8")
    globs = {**(globs or {}), **(extraglobs or {})}
    globs.setdefault("__name__", "__main__")
    test = parser.get_doctest(text, globs, os.path.basename(filename) if name is None else name, path, 0)
    return _run_all([test], verbose, report, optionflags, raise_on_error)


def _normalize_module(module):
    """A module, by itself or its name, or that of the script's innermost frame."""
    if inspect.ismodule(module):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ["*"])
    if module is None:
        return sys.modules[sys._getframe(0).f_globals["__name__"]]
    raise TypeError("Expected a module, string, or None")


def _load_testfile(filename, package, module_relative, encoding):
    if module_relative:
        filename = _module_relative_path(_normalize_module(package), filename)
    with open(filename, encoding=encoding) as file:
        return file.read(), filename


def _module_relative_path(module, test_path):
    if not inspect.ismodule(module):
        raise TypeError(f"Expected a module: {module!r}")
    if test_path.startswith("/"):
        raise ValueError("Module-relative files may not have absolute paths")
    if getattr(module, "__file__", None):
        folder = os.path.dirname(module.__file__)
    elif module.__name__ == "__main__":
        folder = os.path.dirname(sys.argv[0]) if sys.argv and sys.argv[0] else os.curdir
    else:
        raise ValueError(f"Can't resolve paths relative to the module {module!r} (it has no __file__)")
    return os.path.join(folder, *test_path.split("/"))


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Tests the examples in the docstring of one object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


# Tests for unittest.

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Sets the reporting flags of tests that give none; gives what they were."""
    global _unittest_reportflags
    if flags & ~REPORTING_FLAGS:
        raise ValueError("Only reporting flags allowed", flags)
    before, _unittest_reportflags = _unittest_reportflags, flags
    return before


class DocTestCase(unittest.TestCase):
    """A test as a case of unittest."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
        self._dt_setUp, self._dt_tearDown = setUp, tearDown

    def setUp(self):
        self._dt_globs = self._dt_test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        globs = self._dt_test.globs
        globs.clear()
        globs.update(self._dt_globs)

    def runTest(self):
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        report = StringIO()
        results = runner.run(self._dt_test, out=report.write, clear_globs=False)
        if results.skipped == results.attempted:
            raise unittest.SkipTest("all examples were skipped")
        if results.failed:
            raise self.failureException(self.format_failure(report.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        line = "unknown line number" if test.lineno is None else test.lineno
        name = test.name.rpartition(".")[2]
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in {name}\n\n{err}'

    def debug(self):
        """Runs the test so that the first wrong example raises an exception."""
        self.setUp()
        runner = DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False)
        runner.run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def _key(self):
        return self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._dt_test == other._dt_test and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        around, _, name = self._dt_test.name.rpartition(".")
        return f"{name} ({around})"

    __str__ = object.__str__

    def shortDescription(self):
        return f"Doctest: {self._dt_test.name}"


class _DocTestSuite(unittest.TestSuite):
    def _removeTestAtIndex(self, index):
        """Tests stay, since their namespaces are put back after they ran."""


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The tests of a module as a suite of unittest. Options: setUp, tearDown, optionflags, checker."""
    module = _normalize_module(module)
    suite = _DocTestSuite()
    for test in sorted((test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)):
        if test.examples:
            test.filename = test.filename or module.__file__
            suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    """A file with examples as a case of unittest."""

    def id(self):
        return self._dt_test.name.replace(".", "_")

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        test = self._dt_test
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line 0\n\n{err}'


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    """A file with examples as a case of unittest."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = _load_testfile(path, package, module_relative, encoding or "utf-8")
    globs = {"__file__": path, **(globs or {})}
    return DocFileCase(parser.get_doctest(text, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    """Files with examples as a suite of unittest."""
    if kw.get("module_relative", True):
        kw["package"] = _normalize_module(kw.get("package"))
    suite = _DocTestSuite()
    for path in paths:
        suite.addTest(DocFileTest(path, **kw))
    return suite


# Examples as scripts.

def script_from_examples(s):
    """A script of the examples in a text; all else, and the output that is wanted, are comments."""
    lines = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            lines.append(piece.source[:-1])
            if piece.want:
                lines.append("# Expected:")
                lines += [f"## {line}" for line in piece.want.split("\n")[:-1]]
        else:
            lines += [_comment_line(line) for line in piece.split("\n")[:-1]]
    while lines and lines[-1] == "#":
        lines.pop()
    while lines and lines[0] == "#":
        lines.pop(0)
    return "\n".join(lines) + "\n"


def _comment_line(line):
    line = line.rstrip()
    return f"# {line}" if line else "#"


def testsource(module, name):
    """The examples in a docstring as a script."""
    for test in DocTestFinder().find(_normalize_module(module)):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, "not found in tests")


def debug_src(src, pm=False, globs=None):
    """Runs the examples in a text as a script, in the debugger."""
    debug_script(script_from_examples(src), pm, globs)


def debug_script(src, pm=False, globs=None):
    """Runs a script in the debugger."""
    import pdb
    pdb.Pdb(nosigint=True).run(src, dict(globs or {}))


def debug(module, name, pm=False):
    """Runs the examples in a docstring in the debugger."""
    module = _normalize_module(module)
    debug_script(testsource(module, name), pm, vars(module))


def _test():
    import argparse
    parser = argparse.ArgumentParser(description="doctest runner")
    parser.add_argument("-v", "--verbose", action="store_true", help="print very verbose output for all tests")
    parser.add_argument("-o", "--option", action="append", choices=OPTIONFLAGS_BY_NAME.keys(), default=[],
                        help="specify a doctest option flag to apply to the test run; may be specified more than once "
                        "to apply multiple options")
    parser.add_argument("-f", "--fail-fast", action="store_true",
                        help="stop running tests after first failure (this is a shorthand for -o FAIL_FAST, and is in "
                        "addition to any other -o options)")
    parser.add_argument("file", nargs="+", help="file containing the tests to run")
    args = parser.parse_args()
    flags = FAIL_FAST if args.fail_fast else 0
    for option in args.option:
        flags |= OPTIONFLAGS_BY_NAME[option]
    for name in args.file:
        if name.endswith(".py"):
            folder, file = os.path.split(name)
            sys.path.insert(0, folder)
            module = __import__(file[:-3])
            del sys.path[0]
            results = testmod(module, verbose=args.verbose, optionflags=flags)
        else:
            results = testfile(name, module_relative=False, verbose=args.verbose, optionflags=flags)
        if results.failed:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(_test())
