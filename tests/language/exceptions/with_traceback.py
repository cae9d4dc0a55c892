# The traceback grows on the way and can be replaced.
def f():
    raise ValueError
try:
    f()
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_next.tb_frame.f_code.co_name)  # expect: 5 3 None f
    print(e.with_traceback(None).__traceback__)  # expect: None
