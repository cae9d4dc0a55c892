# Every hash at the borders of its blocks, BLAKE2's parameters, keys from passwords, HMAC.
import hashlib, hmac
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(getattr(f,'__name__',f),[x if len(repr(x))<80 else '..' for x in a],k,'->',r if len(repr(r))<300 else hash(r))
for n in sorted(hashlib.algorithms_guaranteed):
    h=getattr(hashlib,n); print(n)
    o=h(b'abc'); print(o.name,o.digest_size,o.block_size)
    for L in (0,1,63,64,65,111,112,127,128,129,135,136,137,143,144,145,1000): 
        o=h(b'x'*L);o.update(b'y'*L); print(o.hexdigest(33) if 'shake' in n else o.hexdigest())
    c=o.copy();c.update(b'z');t(o.digest,*([10] if 'shake' in n else []));t(c.hexdigest,*([10] if 'shake' in n else []))
    t(h,'a');t(h,1);t(o.update,'a')
t(hashlib.new,'foo');t(hashlib.new,1)
o=hashlib.new('sha512_256',b'a');print(o.hexdigest(),o.name)
o=hashlib.new('sha-256') if 0 else None
B=hashlib.blake2b;S=hashlib.blake2s
for H in (B,S):
    print(H.MAX_DIGEST_SIZE,H.MAX_KEY_SIZE,H.SALT_SIZE,H.PERSON_SIZE)
    for k in (dict(digest_size=1),dict(digest_size=20),dict(key=b'key'),dict(key=b'k'*H.MAX_KEY_SIZE),dict(salt=b'salt'),dict(person=b'me'),dict(fanout=0,depth=255),dict(fanout=2,depth=2,leaf_size=4096,node_offset=1,node_depth=1,inner_size=32,last_node=True),dict(digest_size=0),dict(digest_size=65),dict(key=b'k'*65),dict(salt=b's'*17),dict(person=b'p'*17),dict(fanout=256),dict(fanout=-1),dict(depth=0),dict(depth=256),dict(leaf_size=-1),dict(leaf_size=2**32),dict(node_offset=2**64),dict(node_offset=2**48),dict(node_offset=-1),dict(node_depth=256),dict(inner_size=65),dict(inner_size=-1),dict(salt='a'),dict(key=1),dict(usedforsecurity=False),dict(last_node=1)):
        for d in (b'',b'abc',b'q'*300):
            try: r=H(d,**k).hexdigest()
            except BaseException as e: r=type(e).__name__+': '+str(e)
            print(H.__name__,k if len(repr(k))<60 else '',len(d),r)
t(hashlib.pbkdf2_hmac,'sha256',b'p',b's',1);t(hashlib.pbkdf2_hmac,'sha1',b'password',b'salt',2,20);t(hashlib.pbkdf2_hmac,'sha512',b'password'*30,b'salt',10,200);t(hashlib.pbkdf2_hmac,'sha1',b'p',b's',0);t(hashlib.pbkdf2_hmac,'sha1',b'p',b's',1,0);t(hashlib.pbkdf2_hmac,'sha1','p',b's',1);t(hashlib.pbkdf2_hmac,b'sha1',b'p',b's',1);t(hashlib.pbkdf2_hmac,'sha1',b'p',b's',-1);t(hashlib.pbkdf2_hmac,hash_name='sha1',password=b'p',salt=b's',iterations=1,dklen=4);t(hashlib.pbkdf2_hmac,'blake2b',b'p',b's',1);t(hashlib.pbkdf2_hmac,'sha3_256',b'p',b's',1)
t(hashlib.scrypt,b'password',salt=b'NaCl',n=16,r=2,p=2);t(hashlib.scrypt,b'',salt=b'',n=16,r=1,p=1,dklen=64);t(hashlib.scrypt,b'p',salt=b's',n=3,r=1,p=1);t(hashlib.scrypt,b'p',salt=b's',n=2,r=0,p=1);t(hashlib.scrypt,b'p',salt=b's',n=2,r=1,p=0);t(hashlib.scrypt,b'p');t(hashlib.scrypt,b'p',salt=b's',n=2**20,r=8,p=1);t(hashlib.scrypt,b'p',salt=b's',n=2,r=8,p=1,dklen=0);t(hashlib.scrypt,b'p',salt=b's',n=2,r=8,p=1,maxmem=-1);t(hashlib.scrypt,'p',salt=b's',n=2,r=8,p=1);t(hashlib.scrypt,b'p',salt='s',n=2,r=8,p=1);t(hashlib.scrypt,b'p',salt=b's',n='x',r=8,p=1)
import io
print(hashlib.file_digest(io.BytesIO(b'abc'*100000),'md5').hexdigest());t(hashlib.file_digest,1,'md5')
m=hmac.new(b'k',b'abc','sha256');print(m.name,m.digest_size,m.block_size,m.hexdigest(),m.digest())
for a in ((b'k',b'a',None),(b'k',b'a',''),(b'k',b'a','foo'),('k',b'a','md5'),(b'k','a','md5'),(b'k'*200,b'a','md5'),(b'k',b'a',hashlib.sha3_256),(b'k',b'a',hashlib.blake2b),(b'k',b'a','blake2s'),(b'k',b'a',hashlib.shake_128),(b'k',b'a','shake_128'),(b'k',b'a',5),(b'k',None,'md5'),(bytearray(b'k'),b'a','sha1'),(b'k',)):
    def f(*a): return hmac.new(*a).hexdigest()
    t(f,*a);t(hmac.digest,*a)
t(hmac.compare_digest,'a','a');t(hmac.compare_digest,'a',b'a');t(hmac.compare_digest,b'a',b'ab');t(hmac.compare_digest,'é','é');t(hmac.compare_digest,1,1);t(hmac.compare_digest,bytearray(b'a'),b'a')
c=m.copy();c.update(b'x');print(c.hexdigest(),m.hexdigest());t(m.update,'a');t(m.update);t(hmac.HMAC,b'k');
print(hmac.trans_5C[:5],hmac.trans_36[:5],hmac.digest_size)
