# A with's parenthesis that is never closed.
with (a as b, c as d:
    pass
