# Traceback objects stay the same; what a script changes about them shows.
import sys
import types


def f():
    1 / 0


try:
    f()
except ZeroDivisionError as error:
    kept = error
    first = error.__traceback__
    print(first is error.__traceback__, first.tb_next is first.tb_next, first.tb_frame is first.tb_frame)
    print(sys.exc_info()[2] is first)


def lines(tb):
    found = []
    while tb:
        found.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    return found


try:
    raise kept
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next is first, lines(error.__traceback__))
other = ValueError().with_traceback(first)
print(other.__traceback__ is first)
made = types.TracebackType(first, first.tb_frame, 1, 77)
other.__traceback__ = made
print(other.__traceback__ is made, lines(made))
made.tb_next = None
try:
    raise other
except ValueError as error:
    print(lines(error.__traceback__))
print(kept.with_traceback(None).__traceback__)
group = ExceptionGroup("g", [ValueError(1), TypeError(2)])
try:
    raise group
except ExceptionGroup as error:
    match, rest = error.split(ValueError)
    print(match.__traceback__ is error.__traceback__, rest.__traceback__ is error.__traceback__)
for wrong in (3, object):
    try:
        other.__traceback__ = wrong
    except TypeError as error:
        print(error)
