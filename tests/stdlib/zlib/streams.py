# What is compressed is the same to the byte at all levels; streams, flushes, dictionaries and mistakes.
import zlib
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(getattr(f,'__name__',f),[x if len(repr(x))<80 else '..' for x in a],k,'->',r if len(repr(r))<300 else hash(r))
import random
R=random.Random(5)
datas=[b'',b'a',b'hello hello hello hello',bytes(R.randrange(256) for _ in range(1000)),b'abc'*3000,bytes(R.choice(b'abcdefgh    ') for _ in range(12000))]
import hashlib
for d in datas:
    for lv in range(-1,10):
        c=zlib.compress(d,lv); assert zlib.decompress(c)==d
        print(len(d),lv,len(c),c[:10].hex(),zlib.crc32(c)) if lv or len(d)<30000 else 0
    for st in range(5):
        for wb in (9,-15,31):
            for ml in (9,):
                c=zlib.compressobj(6,8,wb,ml,st); out=c.compress(d[:len(d)//2]); out+=c.flush(zlib.Z_SYNC_FLUSH)+c.flush(zlib.Z_SYNC_FLUSH)+c.compress(d[len(d)//2:])+c.flush(zlib.Z_FULL_FLUSH)+c.flush()
                print(len(d),st,wb,ml,len(out),zlib.crc32(out))
                D=zlib.decompressobj(wb); r=b''
                for i in range(0,len(out),3777): r+=D.decompress(out[i:i+3777])
                assert r+D.flush()==d
    for fl in (zlib.Z_PARTIAL_FLUSH,zlib.Z_SYNC_FLUSH,zlib.Z_FULL_FLUSH,zlib.Z_NO_FLUSH):
        for lv in (1,4,9):
            c=zlib.compressobj(lv); out=b''
            for i in range(0,len(d),10007): out+=c.compress(d[i:i+10007])+c.flush(fl)
            out+=c.flush(); print(fl,lv,len(out),zlib.crc32(out)); assert zlib.decompress(out)==d
    for zd in (b'hello',b'abcdefgh'*5000):
      for wb in (15,-15):
        c=zlib.compressobj(zdict=zd,wbits=wb); out=c.compress(d)+c.flush(); print(len(out),zlib.crc32(out)); D=zlib.decompressobj(zdict=zd,wbits=wb); assert D.decompress(out)+D.flush()==d
c=zlib.compress(b'hello world, hello')
for e in range(len(c)): t(zlib.decompress,c[:e])
for e in range(len(c)): b=bytearray(c); b[e]^=0xff; t(zlib.decompress,bytes(b))
t(zlib.decompress,c+b'x');t(zlib.decompress,b'');t(zlib.decompress,'a');t(zlib.decompress,c,wbits=-15);t(zlib.decompress,c,wbits=31);t(zlib.decompress,c,wbits=47);t(zlib.decompress,c,wbits=8);t(zlib.decompress,c,wbits=100);t(zlib.decompress,c,bufsize=0);t(zlib.decompress,c,bufsize=-1);t(zlib.decompress,c,0);t(zlib.decompress,c,bufsize=1)
t(zlib.compress,'a');t(zlib.compress,b'a',10);t(zlib.compress,b'a',-2);t(zlib.compress,b'a',level=1,wbits=-15);t(zlib.compress,b'a',wbits=31);t(zlib.compress,b'a',wbits=7);t(zlib.compress);t(zlib.compress,b'a',wbits=8);t(zlib.compress,b'a',wbits=-8)
t(zlib.compressobj,10);t(zlib.compressobj,1,2);t(zlib.compressobj,1,8,3);t(zlib.compressobj,1,8,15,0);t(zlib.compressobj,1,8,15,10);t(zlib.compressobj,1,8,15,8,9);t(zlib.compressobj,zdict='a');t(zlib.compressobj,zdict=1)
t(zlib.decompressobj,99);t(zlib.decompressobj,zdict='a');t(zlib.decompressobj,zdict=1)
co=zlib.compressobj();t(co.flush,9);t(co.flush);t(co.flush);t(co.compress,b'a')
co=zlib.compressobj();t(co.compress,'a');c2=co.copy();t(co.compress,b'abc'*100);t(c2.compress,b'x');t(co.flush);t(c2.flush);t(co.copy)
do=zlib.decompressobj();t(do.decompress,c,5);print(do.unconsumed_tail,do.unused_data,do.eof);t(do.decompress,do.unconsumed_tail,0);t(do.decompress,do.unconsumed_tail);print(do.unconsumed_tail,do.unused_data,do.eof)
t(do.decompress,b'abc');print(do.unused_data);t(do.flush);t(do.flush,0);t(do.flush,-1);t(do.decompress,b'',-1)
do=zlib.decompressobj();t(do.decompress,c+b'extra');print(do.unused_data,do.eof);t(do.flush);t(do.copy)
do=zlib.decompressobj();t(do.decompress,c[:10]);t(do.flush);print(do.eof)
do=zlib.decompressobj();t(do.decompress,b'garbage');t(do.decompress,c)
do=zlib.decompressobj(zdict=b'hello');oo=zlib.compressobj(zdict=b'hello');x=oo.compress(b'hello')+oo.flush();t(do.decompress,x);t(zlib.decompressobj().decompress,x);t(zlib.decompress,x)
t(zlib.adler32,b'a');t(zlib.adler32,b'abc',5);t(zlib.adler32,b'',0);t(zlib.adler32,'a');t(zlib.crc32,b'abc',-1);t(zlib.adler32,b'x'*100000);t(zlib.crc32,b'x'*100001);t(zlib.adler32)
t(zlib.decompressobj().decompress,b'',max_length=5)
do=zlib.decompressobj(); t(do.decompress,zlib.compress(b'a'*100000),1000); print(len(do.unconsumed_tail)); t(do.decompress,b'',1000);t(do.flush);
D=zlib._ZlibDecompressor();t(D.decompress,c,5);print(D.eof,D.needs_input,D.unused_data);t(D.decompress,b'',3);t(D.decompress,b'zz');print(D.eof,D.needs_input,D.unused_data);t(D.decompress,b'')
