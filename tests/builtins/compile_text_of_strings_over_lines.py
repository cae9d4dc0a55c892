def said(source, mode="exec"):
    try:
        compile(source, "<s>", mode)
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, repr(e.text))


said('"""a\nb""" +')  # expect: invalid syntax 2 7 '"""a\nb""" +\n'
said('"""a\nb""" +', "eval")  # expect: invalid syntax 2 0 '"""a\nb""" +'
said('"""a\nb""" )')  # expect: unmatched ')' 2 6 'b""" )'
said('f"""a\n{1 1}"""')  # expect: invalid syntax. Perhaps you forgot a comma? 2 2 'f"""a\n{1 1}"""\n'
said("(1,\n2")  # expect: '(' was never closed 1 1 '(1,'
said("(1,")  # expect: '(' was never closed 1 1 '(1,\n'
said("   ", "eval")  # expect: unexpected indent 1 3 '   '
said("1\n  ", "eval")  # expect: unexpected indent 2 2 '  '
