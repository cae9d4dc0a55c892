import re
pats = [r'a', r'a*', r'(a|b)*', r'(?:(a)|b)*', r'(a+)(b*)?', r'^a.*?b$', r'(?P<x>\w+)\s+(?P=x)', r'(?i)AbC', r'[a-c]+?', r'[^a-c\d]+', r'\bfoo\b', r'\B', r'(?=a)', r'(?!a)\w', r'(?<=a)b', r'(?<!a)b', r'(a)?(?(1)b|c)', r'a{2,3}', r'a{2,}?', r'a{,2}', r'(?>a+)a', r'a++a', r'(?:ab)++c', r'(a(b(c)))', r'x|y|zz', r'(?s).+', r'(?m)^\w+$', r'(?x) a  b # comment', r'\d+(?:\.\d+)?', r'(\w+)@(\w+)\.com', r'.', r'', r'()', r'(a*)*', r'(a*)+', r'(?:a?)*?b', r'(a|ab)(c|bcd)(d*)', r'\Aab\Z', r'[\]\-a]+', r'\x41\u0042\101', r'(.)(.)(.)\3\2\1', r'(?i)straße|ſ', r'[\w.-]+', r'(?:a|b|)*c', r'((a)|(b))*', r'(?:(?=(a))a)+b', r'(?<=(a))b\1', r'((?:aa)*?)a*$', r'(?i:a)b', r'(?-i:A)b', r'(?:a{0,3}){2}', r'(?a:\w)+', r'é+', r'[é-ü]+', r'(?i)[é-ü]+']
subs = ['', 'aab', 'foo bar', 'the the cat', 'me@x.com 1.5', 'ab\ncd\n', 'éÉ sS ſ']
for p in pats:
    for s in subs:
        try:
            c = re.compile(p)
            out = []
            for f in (c.match, c.fullmatch, c.search):
                m = f(s)
                out.append(m and (m.span(), m.groups(), m.lastindex, m.regs, m.groupdict()))
            out.append(c.findall(s)); out.append(c.split(s)); out.append(c.subn('<\\g<0>>', s)); out.append(c.sub('-', s, 2))
            out.append([m.span() for m in c.finditer(s)])
            out.append([m.span() for m in c.finditer(s, 1, 4)])
            try:
                b = re.compile(p.encode()); out.append(b.findall(s.encode()))
            except re.error as e: out.append(str(e))
            print(p, repr(s), out)
        except re.error as e:
            print(p, 'ERR', e)
