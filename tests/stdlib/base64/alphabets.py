# All alphabets both ways, with what is wrong.
import base64
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(f.__name__,[x if len(repr(x))<80 else '..' for x in a],k,'->',r)
import inspect
for n in base64.__all__: print(n,inspect.signature(getattr(base64,n)))
datas=[b'',b'a',b'ab',b'abc',b'abcd',b'\0\0\0\0',b'    ',b'\xff'*20,bytes(range(256)),b'x'*1000,'str','é',5,bytearray(b'ab')]
for f in (base64.b64encode,base64.standard_b64encode,base64.urlsafe_b64encode,base64.b32encode,base64.b32hexencode,base64.b16encode,base64.a85encode,base64.b85encode,base64.encodebytes,base64.z85encode):
    for d in datas: t(f,d)
for d in datas: t(base64.a85encode,d,foldspaces=True);t(base64.a85encode,d,wrapcol=7);t(base64.a85encode,d,pad=True,adobe=True);t(base64.b85encode,d,True);t(base64.a85encode,d,wrapcol=1,adobe=True)
t(base64.b64encode,b'\xff\xfe\xfd',b'-_');t(base64.b64encode,b'\xff',b'x');t(base64.b64encode,b'\xff','-_');t(base64.b64encode,b'a',altchars=b'!!!')
for s in ('YQ==',b'YQ==','YQ','Y!Q==','é','',b'____','-_-_',b'+/+/',5): 
    t(base64.b64decode,s);t(base64.b64decode,s,validate=True);t(base64.b64decode,s,b'-_');t(base64.b64decode,s,'-_',True);t(base64.standard_b64decode,s);t(base64.urlsafe_b64decode,s);t(base64.decodebytes,s)
for s in ('ME======',b'ME======','me======','MFRA====','M','MF======','MFRGG===','MFRGGZA=','MFRGGZDF','1F======','0F======','ME=====','ME====','é','', b'MFRGGZDFMZTWQ2LK','ME======ME======'):
    t(base64.b32decode,s);t(base64.b32decode,s,True);t(base64.b32decode,s,map01='L');t(base64.b32decode,s,False,b'I');t(base64.b32hexdecode,s);t(base64.b32hexdecode,s.lower(),True)
t(base64.b32decode,'1F======',map01='LL')
for s in ('',b'61','6a','6A','6','zz','é',b'616263'): t(base64.b16decode,s);t(base64.b16decode,s,True)
for s in (b'',b'<~~>',b'<~87cURD]~>',b'87cURD]',b'GB\\6`E-ZP=Df.1GEb>',b'z',b'zz!!',b'y',b'vv',b'~>',b'<~',b'87 cU\nRD]',b'!',b's8W-"',b's8W-!', 'zz','é',b'\x80',b'<~z~>x',b'5sdq,77Kd<8P2WL',b'az'):
    t(base64.a85decode,s);t(base64.a85decode,s,adobe=True);t(base64.a85decode,s,foldspaces=True);t(base64.a85decode,s,ignorechars=b'');t(base64.b85decode,s);t(base64.z85decode,s)
for s in (b'|NsC0',b'|NsC1',b'~~~~~','cXxL#aCvlSZ*DGca%T',b'"',b'VPaz',b'V',b'VP',b'VPa'): t(base64.b85decode,s);t(base64.z85decode,s)
import io
o=io.BytesIO();base64.encode(io.BytesIO(b'x'*200),o);print(o.getvalue());o.seek(0);p=io.BytesIO();base64.decode(o,p);print(p.getvalue())
t(base64.encodebytes,b'x'*100);t(base64.encodebytes,memoryview(b'abcd').cast('I'));t(base64.decodebytes,memoryview(b'abcd').cast('H'))
