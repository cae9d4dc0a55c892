# Hexadecimal, base 64, uuencode, quoted-printable and the checksums.
import binascii as b
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(f.__name__,a,k,'->',r)
for d in (b'',b'a',b'abc',b'\xff\x00'*30):
    t(b.b2a_hex,d);t(b.hexlify,d,'-');t(b.hexlify,d,b':',2);t(b.hexlify,d,b':',-2);t(b.b2a_base64,d);t(b.b2a_base64,d,newline=False);t(b.crc32,d);t(b.crc32,d,5);t(b.crc_hqx,d,3);t(b.b2a_qp,d)
    if len(d)<46:t(b.b2a_uu,d);t(b.b2a_uu,d,backtick=True)
t(b.b2a_uu,b'a'*46);t(b.b2a_uu,b'\0\0\0\0');t(b.b2a_uu,b'\0\0\0\0',backtick=True)
for s in ('','6162','616','zz','61 62',b'6162',b'61z2','é'): t(b.unhexlify,s);t(b.a2b_hex,s)
t(b.hexlify,'abc');t(b.hexlify,b'abc','--');t(b.hexlify,b'abc','');t(b.hexlify,b'abc',1);t(b.hexlify,b'abc',sep='-',bytes_per_sep=1)
for s in ('','YQ==','YWI=','YWJj','YQ','YQ=','Y','YWJjZ','Y Q = =','YQ==YQ==','YQ==\n','=','==','A=','=A','Y=Q=','YW=Jj','YWJj=','YWJj====','!YQ==','YQ=!=','YQ==!','AB=C','YWJjYQ===','a=b==','ab==c','abcde', 'abcdef','ab\n','====abcd','ab=d','ab=='):
    t(b.a2b_base64,s);t(b.a2b_base64,s,strict_mode=True)
t(b.a2b_base64,1);t(b.a2b_base64,'é')
for s in (b'',b'#86)C\n',b'$    `\n',b'!\n',b'#86)C',b'#86)C\nxx',b'#86)C\r\n',b'\x1f',b'#\x80bc',b' ',b'`\n',b'M',b'#8',b'#86)C  `',b'#86)C!'): t(b.a2b_uu,s)
for s in ('a=20b','a=\nb','a=','a=2','a=zz','=41','a_b','a=\r\nb','==','= \nb','a=\t b', '=a=b'): t(b.a2b_qp,s);t(b.a2b_qp,s,header=True)
for s in (b'a b\n',b'a \n',b'a\t',b'=',b'a_b',b'\xe9'*40,b'x'*80,b'.\n',b'.',b'a\r\nb',b'a\n b \r\n',b'a.b\n.c\n', b'.a', b' ', b'a'*75, b'a'*76,b'a'*77, b'a'*74+b' b',b'a'*75+b' \nb',b'hello   \r\n'):
    for q in (0,1):
        for i in (0,1):
            for h in (0,1): t(b.b2a_qp,s,bool(q),bool(i),bool(h))
t(b.crc32,'a');t(b.crc32,b'a',-1);t(b.crc32,b'a',2**40);t(b.crc_hqx,b'a');t(b.crc_hqx,b'a',-1);t(b.a2b_uu,b'$86)C\n')
