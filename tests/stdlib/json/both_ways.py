import json, io
vals = [None, True, 1, 1.5, -0.0, 1e300, 10**30, 'a', 'é\n"\\\x7f\x00\ud800😀', [], {}, [1,[2,[3]]], {'a':1,'b':[1,2,{'c':None}]}, (1,2), {1:2, 1.5:3, True:4, None:5}, float('nan'), [float('inf'), -float('inf')], {'b':1,'a':2}, '', [[],{},[[]]], {'x':{}}]
for v in vals:
    for kw in [{}, dict(indent=2), dict(indent='\t'), dict(separators=(',',':')), dict(ensure_ascii=False), dict(sort_keys=True), dict(indent=0), dict(indent=2, sort_keys=True, separators=(';','='))]:
        try: print(kw, ascii(json.dumps(v, **kw)))
        except Exception as e: print(kw, type(e).__name__, e)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({'a': {3,1,2}}, cls=E), E(indent=1).encode([{1}]))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, ascii(str(e)))
t(lambda: json.dumps(object())); t(lambda: json.dumps({(1,):2})); t(lambda: json.dumps({(1,):2, 'a':1}, skipkeys=True)); t(lambda: json.dumps(float('nan'), allow_nan=False)); t(lambda: json.dumps([1, {2}])); t(lambda: json.dumps({1:1,'a':2}, sort_keys=True))
l = []; l.append(l); t(lambda: json.dumps(l)); d = {}; d['a'] = d; t(lambda: json.dumps(d)); t(lambda: json.dumps(1, default=3)); t(lambda: json.dumps({1,2}, default=list)); t(lambda: json.dumps(b'x')); t(lambda: json.dumps(1j, default=str)); t(lambda: json.dumps([1], indent=2.5)); t(lambda: json.dumps([1], foo=1)); t(lambda: json.dumps(json, default=lambda o: o))
docs = ['', ' ', '1', '-1', '-', '01', '1.', '1.5e3', '1e', '1E+5x', '[1,2', '[1,]', '[,]', '[', '{', '{}', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', '{"a" 1}', '"abc', '"\\q"', '"\\u12"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"a\nb"', 'nul', 'null', 'tru', 'true false', 'NaN', 'Infinity', '-Infinity', '-Inf', '[1 2]', '\ufeff1', ' [1 , 2 ] ', '{"a":1,"a":2}', "{'a':1}", '1 1', '[1,\n2,\nx]', '"é"x', '["é", x]', '1'*5000, '"\\', '"\\u', '[1,2}', '{"a":[}', '"\t"', '/**/1', '1.5.2', '--1', '[NaN,-Infinity]', '{"é": {"x": [1.0, 2e5]}}', '"\\/\\b\\f\\n\\r\\t\\"\\\\"', '[[[[]]]]', '1e400', '123456789012345678901234567890', '0.1', '-0', '-0.0','{"a": 1 "b"}','[1,,2]', '\x0b1', '"\x00"']
for s in docs:
    try: print(ascii(s)[:60], ascii(json.loads(s)))
    except json.JSONDecodeError as e: print(ascii(s)[:60], ascii(str(e)), e.pos, e.lineno, e.colno, e.msg)
    except Exception as e: print(ascii(s)[:60], type(e).__name__, e)
print(json.loads('{"a":[1,2.5,{"b":1}]}', object_hook=lambda d: sorted(d.items()), parse_float=str, parse_int=lambda x: 'i'+x))
print(json.loads('{"a":1,"b":{"c":2}}', object_pairs_hook=list), json.loads('[NaN]', parse_constant=lambda x: x))
print(json.loads(b'{"a":"\xc3\xa9"}'), json.loads('[1]'.encode('utf-16')), json.loads('[1]'.encode('utf-32')), json.loads(bytearray(b'\xef\xbb\xbf1')))
t(lambda: json.loads(5)); t(lambda: json.loads(None)); t(lambda: json.loads('"a\tb"', strict=False)); t(lambda: json.JSONDecoder().raw_decode('1 2')); t(lambda: json.JSONDecoder().raw_decode(' 1')); t(lambda: json.JSONDecoder().raw_decode('x1', 1))
f = io.StringIO(); json.dump({'a':[1,2]}, f, indent=1); print(f.getvalue()); f.seek(0); print(json.load(f))
t(lambda: json.loads("["*20000)); t(lambda: json.dumps(eval('['*90+']'*90)))
x = []
for _ in range(20000): x = [x]
t(lambda: json.dumps(x))
print(list(json.JSONEncoder().iterencode(1)), ''.join(json.JSONEncoder(indent=3).iterencode({'a':[1]})))
class I(int):
    def __repr__(self): return 'I'
class S(str): pass
class D(dict):
    pass
class L(list): pass
print(json.dumps([I(3), S('x'), D(a=1), L([1,2]), {I(4): 1, S('q'):2}]))
t(lambda: json.JSONDecodeError('m', 'a\nb', 3))
