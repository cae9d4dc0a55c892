# Where the errors of texts that are compiled at run time say they are: the line is missing for what is found after
# parsing, and the place is no argument of the exception for what is found while names are given scopes.
def show(source, *modes):
    for mode in modes or ('exec', 'eval', 'single'):
        try:
            compile(source, '<s>', mode)
            print(repr(source), mode, 'ok')
        except SyntaxError as e:
            print(repr(source), mode, e.args, (e.lineno, e.offset, e.text, e.end_lineno, e.end_offset))

for source in ('', '\n', '# c', '# c\n', '\n\n', b'', '1 +', '1 +\n', '(1) +  ', '1 +  # c', '\n1 +', 'a.', 'f(', 'x if y else', '1 + \\', '1\n2', 'é +'):
    show(source)
for source in (b"a\xe0b", b"'a\xe0b'", b"\xe0", b"# \xff\n1", b"'\xe0", b"1 +\xff", b"b'\xe0'", b'"\xc3\xa9"', b'a = 1; "\xc3\xa9\xff"'):
    show(source, 'exec')
for source in ('return 1', 'await x', 'break', 'def f():\n  x = 1\n  global x', 'nonlocal x', 'from __future__ import zork', '[(yield) for x in y]',
        'async def f(): yield from x\n', '(yield)', '*x', '*x, y', '__debug__ = 1', 'type X[T, T] = int', 'match x:\n case a: pass\n case b: pass'):
    show(source)
for source in ('def f(): pass', 'if x:\n  pass', 'if x:\n  pass\nelse: pass', 'class A:\n x = 1\n\n', 'for x in y: pass\n'):
    show(source, 'single')
