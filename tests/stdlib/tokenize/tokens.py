"""Tokens of all kinds of texts, and texts from tokens."""
import io
import token
import tokenize

TEXTS = ["x = 1\n","x = 1","if a:\n  b\n\n  # c\n  d\ne","(1,\n  2) # c\n","a \\\n b\n","'''a\nb''' + 'c'\n","f'a{x!r:>{w}}b{{c}} {y=}' f\"\"\"m\n{z}\n\"\"\"\n","$\n","a?b\n","'abc\n","'''abc","(1,\n","if 1:\n\tx\n        y\n","x = 0x1f + 1_000.5e-3j + 0b11\n","a->b:=c...d!=e<>f\n","é = ünï\n","\n\n","","# only","  x\n","if 1:\n  x\n y\n","a;b\r\nc\r\n","1if 2else 3\n","0777\n","1__0\n","def f(): return\n\f\nx\n","\\","a\\b\n","rb'x' Rb\"y\" u'z' BR'q'\n","f'{a:{b}c}' f'{x:%H:%M}' f'{{}}' f'' rf'\\{x}' f'{\"n\"}' f'{f\"{1}\"}'\n","f'{a\n}'\n","]\n","(]\n","f'{a'\n","async def f(): await x\n","x = (\n# c\n\n1)\n","if 1:\n    pass\n# end\n", "@a\nclass B: pass", "a = 'x' \\\n  'y'\n", "x  \n", "\tx\n", "0x\n", "1e\n", "1_\n", "0b12\n","0o8\n", "1.2.3\n", "'a' 'b\n'\n", "\x00", "f'''\n{\nx:\n}'''\n", "f'{x:\\n}\\n{y}'\n", "f'\\N{DASH}{x}'\n"]
for t in TEXTS:
    print('=====',repr(t))
    try:
        for k in tokenize.generate_tokens(io.StringIO(t,newline='').readline): print(k.type, repr(k.string), k.start, k.end, repr(k.line), k.exact_type)
    except (tokenize.TokenError, SyntaxError) as e: print(type(e).__name__, e.args)
SOURCE = b"# -*- coding: latin-1 -*-\ndef f(a):\n    return f'{a!r:>{3}}{{x}}' + \\\n        '\xe9'  # end\n"
found = list(tokenize.tokenize(io.BytesIO(SOURCE).readline))
print(found[0], found[1].exact_type == token.COMMENT, tokenize.untokenize(found) == SOURCE, tokenize.untokenize([each[:2] for each in found]))
for lines in [b"# coding: utf-8\n", b"\xef\xbb\xbfx\n", b"#!/x\n# vim: fileencoding=cp1252 :\n", b"x\n# coding: latin-1\n", b"# coding: no\n", b"", b"\xff\n"]:
    try:
        print(tokenize.detect_encoding(io.BytesIO(lines).readline))
    except SyntaxError as error:
        print(error)
print(token.tok_name[token.OP], token.EXACT_TOKEN_TYPES[":="], token.ISTERMINAL(3), token.ISNONTERMINAL(300), token.ISEOF(0), len(token.__all__))
