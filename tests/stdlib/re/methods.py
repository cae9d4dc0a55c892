import re

for t in [r'\1', r'\g<1>', r'\g<x>', r'\2', r'\g<', r'\g', r'\g<>', r'\g<1', r'\g<a b>', r'\q', '\\', r'\n\t\\', r'\0', r'\101', r'\400', r'\g<0>', r'\g<99>', r'\.', r'\g<-1>']:
    try: print(t, repr(re.sub('(?P<x>a)', t, 'bab')))
    except re.error as e: print(t, e, e.pos)
    except Exception as e: print(t, type(e).__name__, e)
print(re.I, repr(re.I|re.M), re.I|re.X, re.RegexFlag(0), repr(re.compile('a', re.I|re.M|re.A)), re.compile(b'x'), repr(re.compile('x'*300)))
m = re.match(r'(?P<a>x)(y)?', 'xz')
print(m, m['a'], m[0], m.group(0,1,2), m.groups('d'), m.groupdict(), m.start('a'), m.span(2), m.lastgroup, m.expand(r'[\1\2\g<a>]'), m.re, m.string, m.pos, m.endpos)
for f in [lambda: m.group(3), lambda: m['q'], lambda: re.match(1,'a'), lambda: re.match('a', 1), lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: re.sub('a', b'x', 'a'), lambda: re.sub('a', lambda m: 5, 'xa'), lambda: re.compile(re.compile('a'), re.I), lambda: re.sub('a', 5, 'a'), lambda: m.group(1.5), lambda: re.match(), lambda: re.compile('a').match(), lambda: re.escape(5), lambda: re.Pattern(), lambda: re.sub('a','b')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(re.escape('a.b*c é\n'), re.escape(b'a.b'), re.sub('x*', '-', 'abxd'), re.split(r'(x)|(y)', 'axbyc'), re.split('', 'abc'), re.sub('(a)|b', lambda m: m[0].upper(), 'cab'))
s = re.Scanner([(r'\d+', lambda s, t: int(t)), (r'\w+', lambda s,t: t), (r'\s+', None)])
print(s.scan('12 abc 5!x'))
print(re.compile('a') == re.compile('a'), hash(re.compile('a')) == hash(re.compile('a')), re.compile('a') != re.compile('a', re.I))
print(re.match('(?:a|b)*', 'ab'*50000).end())
print(re.findall(r"[^\W\d_]+|\d+", "abc123 é_5"), re.compile(r'(a)').groupindex, dict(re.compile(r'(?P<q>a)').groupindex))
