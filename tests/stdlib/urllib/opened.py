import http.server
import os
import tempfile
import threading
import urllib.error
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self,*a): pass
    def do_GET(self):
        if self.path=='/moved':
            self.send_response(302); self.send_header('Location','/x'); self.end_headers(); return
        if self.path=='/loop':
            self.send_response(302); self.send_header('Location','/loop'); self.end_headers(); return
        if self.path=='/auth' and self.headers.get('Authorization')!='Basic dTpw':
            self.send_response(401); self.send_header('WWW-Authenticate','Basic realm="r"'); self.end_headers(); return
        if self.path=='/none': self.send_error(404); return
        self.send_response(200); self.send_header('X-A','b'); self.end_headers(); self.wfile.write(self.path.encode()+b' '+str(self.headers['User-Agent']).encode()[:14])
    def do_POST(self):
        d=self.rfile.read(int(self.headers['Content-Length'])); self.send_response(200); self.end_headers(); self.wfile.write(d+self.headers['Content-Type'].encode())
s=http.server.ThreadingHTTPServer(('127.0.0.1',0), Handler); threading.Thread(target=s.serve_forever,args=(0.01,)).start()
b=f'http://127.0.0.1:{s.server_port}'
with urllib.request.urlopen(b+'/a?b') as r: print(r.status, r.read(), r.headers['X-A'], r.geturl()[-4:], r.getcode())
print(urllib.request.urlopen(b+'/moved').geturl()[-2:])
try: urllib.request.urlopen(b+'/none')
except urllib.error.HTTPError as e: print(e, e.code, e.reason, len(e.read())>10, e.headers['Content-Type'])
try: urllib.request.urlopen(b+'/loop')
except urllib.error.HTTPError as e: print(str(e).split(':')[0])
print(urllib.request.urlopen(b+'/', data=b'a=1').read())
m=urllib.request.HTTPPasswordMgrWithDefaultRealm(); m.add_password(None,b,'u','p')
print(urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(m)).open(b+'/auth').read()[:5])
r=urllib.request.Request(b+'/h',headers={'User-Agent':'me'},method='GET'); print(urllib.request.urlopen(r).read(), r.host[:9], r.type, r.selector)
print(urllib.request.urlopen('data:text/plain;base64,aGk=').read())
os.chdir(tempfile.mkdtemp()); open('f.txt','w').write('file'); u=urllib.request.urlopen('file://'+os.getcwd()+'/f.txt'); print(u.read(), u.headers['Content-length'])
n,h=urllib.request.urlretrieve(b+'/z','out'); print(n,open('out').read())
for bad in ('https+x://a','nothing','http://127.0.0.1:1/'):
    try: urllib.request.urlopen(bad)
    except Exception as e: print(type(e).__name__, e)
s.shutdown(); s.server_close()
