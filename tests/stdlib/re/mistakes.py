import re
import warnings

warnings.simplefilter('ignore')
bad = ['(', ')', '[', '[a', 'a**', '*', '+a', 'a{3,2}', r'\1', r'(a)\2', '(?P<1>a)', '(?P<a', '(?P<>a)', '(?P=x)', '(?Px)', '(?z)', '(?', '(?<a)', '(?(1)a|b|c)', '(?(2)a)', '(?(x)a)', '(?#', r'\\'[0], r'\q', r'\x1', r'\u12', r'\U00110000', r'\N{foo}', r'\N', r'[\q]', r'[b-a]', r'[\d-a]', r'(?i', '(?i-', '(?-i', '(?i-i:a)', '(?au:a)', '(?L)a', 'a(?i)b', '(?<=a+)b', r'\400', r'[\400]', '(?P<a>x)(?P<a>y)', r'(a\1)', r'(?<=(a)\1)', '(?:a', 'a)b', '\n(\n', '(?P<a b>x)', '(?(0)a)', '(?(-1)a)', '(?<=(?P<n>a)(?P=n))', '(?P<é>x)', '(?-u:a)', '(?i:', 'x{99999999999}', 'a???','a+++', '(?)', '(?:)*', '(?P', '(?P<n>a)(?(n', '[z-\\d]', '[a-', '[--a]', '[a&&b]', '[[a]', r'\8', r'\08', r'(?P<n>a)\g<n>']
for p in bad:
    for q in (p, p.encode('utf8')):
        try: print(repr(q), re.compile(q))
        except re.error as e: print(repr(q), e, e.pos, e.lineno, e.colno, e.msg)
        except Exception as e: print(repr(q), type(e).__name__, e)
