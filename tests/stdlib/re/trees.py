import random
import re
import warnings

warnings.simplefilter("ignore")
import re._parser as p

pats = [r'a|b', r'abc|abd', r'[a-z\d_]+?', r'(?i:a)(?P<n>x)(?(n)y|z)', r'^$\b\B\A\Z', r'a{2,3}+', r'(?>ab)', r'(?=a)(?!b)(?<=c)(?<!d)(?!)', r'[^a]', r'.', r'\w\S', r'(?x) a b # c', r'a*?(b)\1', r'[^\n]', r'[a]', r'(a|b|[c-f])', r'x|', r'(?:ab|ac)d',r'[ab\s]',r'(?s-i:.a)', r'\d', r'[\d]', r'[^\d]', r'a{,3}', r'a{3}', r'(?i)a', r'(?:)', r'(?:a)(?:b|c)', r'[aab]', r'(?:ab)*', r'(?:(?:ab))*', r'(?:a|bc){2}', r'(?:a*)+',r'(ab)*',r'\x41\u0041\N{DIGIT ONE}\012', r'(?P<x>a)(?P=x)', r'(?:^a|^b)', r'(?=)', r'(?<=)', r'(?:a|a)', r'a{0}', r'a{1}',r'(?(1)a)(b)', r'[]a]', r'[a\]b-]', r'[\b\x41-\x43]', r'a{x}', r'{', r'\.\-', r'(?#c)a', r'(?:a{2}){3}', r'((?:a|b)?c+)*', r'\377\08', r'(?x:a  b)c d', r'(?:a){2}', b'a\\xff[b-d]', r'(?x)(?:a|b) *', r'a**' , r'(', r'"[^"]*"', r'(?i:true|false)', r'[^\W\d]\w*', r'\/\/[^\n]*', r'(?P<q>["\']).*?(?<!\\)(?P=q)']
rnd = random.Random(5)
atoms = ['a','b','.','\\d','[a-c]','[^x]','(a)','(?:bc)','(?:a|b)','(?:ab|ac|a)','^','$','\\b','(?=a)','(?<!b)','x|y','|','(?i:q)','(?>z)','(?:(?:a))','']
quant = ['','','','*','+','?','{2}','{1,3}','*?','{2,}','?+']
for _ in range(300):
    pats.append(''.join(rnd.choice(atoms)+rnd.choice(quant) for _ in range(rnd.randint(1,5))))
for x in pats:
    try:
        t = p.parse(x)
        print(repr(x), t, t.getwidth(), t.state.flags, t.state.groups, t.state.groupdict)
    except Exception as e:
        print(repr(x), type(e).__name__, e)
print(p.parse_template(r'a\1b\g<n>\n\\', re.compile('(?P<n>x)')))
p.parse(r'a(b|c)*[d-f](?=x|yz)(?P<z>q)?(?(z)a|b)').dump()


import sre_parse, sre_constants, sre_compile
print(sre_parse.parse("a{2,3}").getwidth(), sre_constants.MAXREPEAT, sre_compile.compile("a").match("ab"))
