"""Examples of all kinds, right and wrong.

>>> 1 + 1
2
>>> print("a\\n\\nb")
a
<BLANKLINE>
b
>>> [1, 2,
...  3]
[1, 2, 4]
>>> missing
Traceback (most recent call last):
  ...
NameError: name 'missing' is not defined
>>> int("x") # doctest: +IGNORE_EXCEPTION_DETAIL
Traceback (most recent call last):
ValueError: another
>>> range(20) # doctest: +ELLIPSIS
range(..., 20)
>>> print("a   b") # doctest: +NORMALIZE_WHITESPACE
a b
>>> 5 # doctest: +SKIP
>>> True
1
>>> if 1:
...     print("block")
block
>>> "no output" and None
something
"""
import doctest
import unittest


class Thing:
    """
    >>> Thing().value
    3
    """

    @property
    def value(self):
        """
        >>> Thing().value + 1
        4
        """
        return 3

    @classmethod
    def make(cls):
        """Makes one.

        >>> Thing.make()    # doctest: +ELLIPSIS
        <...Thing object at 0x...>
        """
        return cls()


__test__ = {"extra": ">>> 2 * 2\n4\n"}

print(doctest.testmod())
print(doctest.testmod(verbose=True, optionflags=doctest.FAIL_FAST))
parser = doctest.DocTestParser()
test = parser.get_doctest(">>> x = 1\n>>> print(x)\n1\ntext\n  >>> y\n  2\n", {"y": 3}, "name", "file.txt", 10)
print(test, [(each.source, each.want, each.lineno, each.indent, each.options) for each in test.examples])
print(len(parser.parse("before\n>>> a\n1\nafter")), sorted(doctest.OPTIONFLAGS_BY_NAME))
for wrong in [">>>x", ">>> a\n ... b\n", "  >>> a\n 1\n", ">>> a # doctest: +NOTHING"]:
    try:
        parser.parse(wrong)
    except ValueError as error:
        print(error)
for flags in [doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF, 0]:
    example = doctest.Example("x", "a\nb\nc\nd\n")
    print(doctest.OutputChecker().output_difference(example, "a\nB\nc\n\n", flags), end="")
print(doctest.script_from_examples("Text.\n\n>>> 1 + 1\n3\n>>> x = 2\nmore"))
doctest.run_docstring_examples(Thing.make, globals(), name="made")
runner = doctest.DebugRunner(verbose=False)
for text in [">>> 1\n2\n", ">>> 1 / 0\n"]:
    try:
        runner.run(parser.get_doctest(text, {}, "debugged", None, 0))
    except (doctest.DocTestFailure, doctest.UnexpectedException) as error:
        print(type(error).__name__, error, error.example.want)
suite = doctest.DocTestSuite()
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), suite.countTestCases(), [str(case)[:40] for case, _ in result.failures] != [])
print(doctest.TestResults(1, 2, skipped=3), doctest.testfile("_text.txt"))
