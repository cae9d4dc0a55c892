# Formats, values out of range and every message about them.
import struct
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(getattr(f,'__name__',f),a if len(repr(a))<200 else '..',k,'->',r)
for e in '@=<>!':
    for c in '?efd':
        for v in (0, 1.5, 1e39, 65520.0, 65519.0, 'a', None, True): t(struct.pack, e + c, v)
    for c in 'bBhHiIlLqQnNP':
        for v in (0,-1,255,256,2**15,2**31,2**63,2**64,-2**63-1,1.5,'a',None): t(struct.pack,e+c,v)
    for c in 'csp':
        for v in (0,b'a',b'ab',bytearray(b'x'),'a'): t(struct.pack,e+c,v); t(struct.pack,e+'3'+c,v)
t(struct.calcsize,'bhilqP'); t(struct.calcsize,'=bhilq'); t(struct.calcsize,'@b0i'); t(struct.calcsize,'i0s');t(struct.calcsize,'3');t(struct.calcsize,'z')
t(struct.calcsize,'=n');t(struct.calcsize,5);t(struct.calcsize,b'ii');t(struct.calcsize,'i\0');t(struct.calcsize,'é');t(struct.calcsize,' 3 i');t(struct.calcsize,'3 i')
t(struct.calcsize,'99999999999999999999i');t(struct.calcsize,'9223372036854775807i');t(struct.calcsize,'i<i')
t(struct.pack,'ii',1);t(struct.pack,'ii',1,2,3);t(struct.pack)
t(struct.pack_into,'i');t(struct.pack_into,'i',bytearray(3));t(struct.pack_into,'i',b'aaaa',0,1);t(struct.pack_into,'i',bytearray(3),0,1);t(struct.pack_into,'i',bytearray(8),-3,1);t(struct.pack_into,'i',bytearray(8),-9,1);t(struct.pack_into,'i',bytearray(8),4,1,2);t(struct.pack_into,'i',bytearray(8),'x',1);t(struct.pack_into,'i',bytearray(8),2**70,1);t(struct.pack_into,'i',5,0,1)
t(struct.unpack,'i',b'abc');t(struct.unpack,'i','abc');t(struct.unpack_from,'i',b'abc');t(struct.unpack_from,'i',b'abcdef',3);t(struct.unpack_from,'i',b'abcdef',-3);t(struct.unpack_from,'i',b'abcdef',-7);t(struct.unpack_from,'i',buffer=b'abcdef',offset=1)
t(struct.iter_unpack,'',b'');t(struct.iter_unpack,'i',b'abc');t(struct.unpack,'i')
s=struct.Struct('<ih');print(s, s.format, s.size)
print(list(struct.iter_unpack('<i',b'abcdabcd')),struct.iter_unpack('<i',b'abcdabcd').__length_hint__(),type(struct.iter_unpack('<i',b'abcd')))
t(struct.Struct);t(struct.Struct,1);t(s.pack,1);t(s.unpack,b'');t(s.pack_into,1);t(s.unpack_from,b'')
print(struct.unpack('>5p3s?e2x',b'\x03abcdxyz\x02<\x00ab'), struct.unpack('2c',b'ab'))
print(struct.error.__module__, struct.error.__mro__, struct.error.__doc__)
class I:
    def __index__(self): return 7
class F:
    def __float__(self): return 7.5
t(struct.pack,'i',I());t(struct.pack,'f',F());t(struct.pack,'d',I());t(struct.pack,'?',[]);
