# TracebackException: what is kept of an exception, and its lines.
import traceback


def f(n):
    local = 'x' * n
    raise ValueError('first')


try:
    try:
        f(3)
    except ValueError as error:
        error.add_note('a note')
        raise KeyError('second') from error
except KeyError as error:
    te = traceback.TracebackException.from_exception(error, capture_locals=True)
    exc = error
print(str(te), te.exc_type_str, te.__cause__.exc_type_str, te.__cause__.__notes__)
print(te.__cause__.stack[-1].locals, te.__cause__.stack[-1].name, te.__cause__.stack[-1].line)
print(''.join(te.__cause__.stack.format()).splitlines()[-3:])
print(list(te.format_exception_only()), list(te.__cause__.format_exception_only()))
print(te == traceback.TracebackException.from_exception(exc, capture_locals=True))
print(te == traceback.TracebackException.from_exception(exc, limit=0))
compact = traceback.TracebackException.from_exception(exc, compact=True)
print(compact.__context__, te.__context__ is not None)

group = ExceptionGroup('G', [ValueError('a\nb'), ExceptionGroup('H', [TypeError(n) for n in range(4)])])
for line in traceback.format_exception_only(group, show_group=True):
    print(repr(line))
small = traceback.TracebackException.from_exception(group, max_group_width=2)
print(''.join(small.format()))
deep = traceback.TracebackException.from_exception(group, max_group_depth=1)
print(''.join(deep.format()))

print(traceback.format_exception(None), traceback.format_exception_only(None))
for wrong in (lambda: traceback.format_exception(1), lambda: traceback.format_exception(exc, exc)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
summary = traceback.FrameSummary('file', 3, 'g', line='  x = 1')
print(summary, len(summary), tuple(summary), summary == ('file', 3, 'g', 'x = 1'))
made = traceback.StackSummary.from_list([('file', n // 5, 'g', 'h()') for n in range(9)])
print(''.join(made.format()))
print(''.join(traceback.format_list([traceback.FrameSummary('file', 1, 'g', line='a = b[c]', colno=4, end_colno=8)])))
chain = None
for number in range(3000):
    error = ValueError(number)
    error.__context__ = chain
    chain = error
print(len(list(traceback.TracebackException.from_exception(chain).format())))
try:
    compile('x = (', 'name', 'exec')
except SyntaxError as error:
    te = traceback.TracebackException.from_exception(error)
    print(te.filename, te.lineno, te.offset, te.msg, te.text)
