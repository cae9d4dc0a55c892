# The line that an error in a compiled text shows ends as the text does, unless it was a module's.
for mode in ("eval", "exec", "single"):
    for text in ("a b", "a b\n", "(", '"', "a\nb c", "é b"):
        try:
            compile(text, "", mode)
        except SyntaxError as error:
            print(mode, ascii(text), ascii(error.args))
