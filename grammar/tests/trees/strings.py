# Strings, bytes and f-strings.
'a', "a", '''a''', """a""", '', "", '''''', """"""
'a' "b" '''c'''
('a'
 'b')
u'a', U"a", u'a' 'b', 'a' u'b'
r'\d', R"\d", b'\xff', B"\n", rb'\d', Rb'\d', bR'\d', BR"\d"
b'a' b'\0' rb'\1'
'\\ \' \" \a \b \f \n \r \t \v \0 \12 \123 \x41 \u00e9 \U0001f600 \N{BULLET} \N{latin small letter a}'
"\ud800 \udfff"
'a\
b'
'''a
b"''c'''
"""a\"""b"""
'é' "日本"
f'', F"", rf'', fR'', Rf""
f'a', f'a' 'b', 'a' f'b', f'{a}' 'b' f'{c}' "d"
f'{a}', f'{a!r}', f'{a!s:>10}', f'{a:{b}}', f'{a:{b}.{c}}', f'{a!a:x{b!r:y}z}'
f'{a=}', f'{a = }', f'{a=!s}', f'{a=:>5}', f'{ a + b = }'
f'{{a}}', f'{{{a}}}', f'{{', f'}}', f'{a}}}'
f'{a:%H:%M}', f'{a:=5}', f'{a:{b}:{c}}'
f'{a,}', f'{*a, b}', f'{yield}', f'{(lambda: 1)}', f'{(a := 1)}', f'{a if b else c}', f'{a != b}', f'{a == b}', f'{a >= b!r}'
f'{ {1: 2}[1] }', f'{ {a} }', f'{a["b"]}', f'{a['b']}', f"{f"{f"{1}"}"}"
f'\n{a}\x41\N{BULLET}{b}', rf'\n{a}\N{b}', f'\{a}\}}' if 0 else 1
f'''a
{
    b
    + c
}
d'''
f'''{a
:x
y}'''
f'{a:x
}'
f'{
a
}'
f'''{a # comment
= }'''
f'{a:}', f'{a!r:}', f'{a:{""}}', f'{"a" "b"}', f'{f'{a}' 'b'}'
f'é{a}日{b:é}'
