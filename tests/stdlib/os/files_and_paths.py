import os, os.path as P, stat, errno, sys
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: r = f'{type(e).__name__}: {e}'
    print(r)
home = f'/tmp/snakelet-{os.getpid()}'
os.mkdir(home)
os.chdir(home)
d = 'osd'

def rmtree(p):
    for r, ds, fs in os.walk(p, topdown=False):
        for f in fs: os.unlink(P.join(r,f))
        for x in ds:
            q=P.join(r,x); os.unlink(q) if P.islink(q) else os.rmdir(q)
    if P.exists(p): os.rmdir(p)
rmtree(d)
os.makedirs(d+'/a/b/c'); t(os.makedirs, d+'/a/b'); t(os.makedirs, d+'/a/b', exist_ok=True)
open(d+'/a/f.txt','w').write('hello'); open(d+'/a/b/g.py','w').close()
t(lambda: sorted(os.listdir(d+'/a'))); t(lambda: sorted(os.listdir(d.encode()+b'/a')))
for r, ds, fs in os.walk(d): print(r, sorted(ds), sorted(fs))
for r, ds, fs in os.walk(d, topdown=False): print(r, sorted(ds), sorted(fs))
with os.scandir(d+'/a') as it:
    for e in sorted(it, key=lambda e: e.name): print(e, e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.stat().st_size if e.is_file() else '', os.fspath(e))
st = os.stat(d+'/a/f.txt'); print(st.st_size, stat.filemode(st.st_mode), stat.S_ISREG(st.st_mode), st[6], len(st), type(st))
t(os.stat, d+'/nope'); t(os.listdir, d+'/nope'); t(os.mkdir, d); t(os.rmdir, d); t(os.remove, d+'/nope'); t(os.rename, d+'/x', d+'/y'); t(os.rmdir, d+'/nope'); t(os.chdir, '/nope'); t(os.readlink, d); t(os.open, '/nope', os.O_RDONLY); t(os.close, 999); t(os.read, 999, 1); t(os.stat, 5.5); t(os.mkdir, 5); t(os.listdir, 1.5); t(os.stat, 'a\0b'); t(os.fspath, 5); t(os.stat, b'/nope'); t(os.link, d+'/q', d+'/r'); t(os.unlink, d)
os.symlink('f.txt', d+'/a/ln'); t(os.readlink, d+'/a/ln'); t(P.islink, d+'/a/ln'); t(os.lstat(d+'/a/ln').st_size.__int__); t(lambda: P.realpath(d+'/a/ln') == P.join(P.realpath(home), d, 'a/f.txt'))
os.rename(d+'/a/f.txt', d+'/a/h.txt'); t(P.exists, d+'/a/ln'); t(P.lexists, d+'/a/ln'); os.replace(d+'/a/h.txt', d+'/a/f.txt')
fd = os.open(d+'/a/z', os.O_RDWR|os.O_CREAT, 0o600); t(os.write, fd, b'abc'); t(os.lseek, fd, 0, 0); t(os.read, fd, 10); t(lambda: os.fstat(fd).st_size); os.close(fd)
r, w = os.pipe(); os.write(w, b'hi'); t(os.read, r, 5); os.close(r); os.close(w)
os.chmod(d+'/a/z', 0o644); t(lambda: oct(os.stat(d+'/a/z').st_mode)); os.utime(d+'/a/z', (1,2)); t(lambda: (os.stat(d+'/a/z').st_mtime, os.stat(d+'/a/z').st_mtime_ns)); os.truncate(d+'/a/z', 1); t(P.getsize, d+'/a/z')
t(os.access, d, os.R_OK); t(os.access, '/nope', os.F_OK)
os.environ['FOO_X'] = 'bar'; t(os.getenv, 'FOO_X'); t(os.environ.get, 'NOPE_X', 3); t(lambda: os.environ['NOPE_X']); del os.environ['FOO_X']; t(lambda: 'FOO_X' in os.environ); t(os.environ.__setitem__, 'a', 5); t(os.environ.__getitem__, 5)
print(os.name, os.sep, os.linesep == '\n', os.curdir, os.pardir, os.extsep, os.pathsep, os.devnull, os.altsep)
for f in ['join','split','splitext','basename','dirname','normpath','isabs','expanduser','expandvars','relpath','splitdrive','splitroot','normcase']:
    for a in ['', '/', 'a', 'a/b', '/a/b/', 'a//b/../c/./d', '.bashrc', 'a.tar.gz', '..', '//a', '///a', '$', '${', 'a.b/c', '...a', b'a/b.c', '../a']:
        try: print(f, a, getattr(P, f)(a))
        except Exception as e: print(f, a, type(e).__name__, e)
t(P.join, 'a', '/b', 'c', ''); t(P.join, 'a', b'b'); t(P.join, 'a', 5); t(P.commonpath, ['/a/b', '/a/c']); t(P.commonpath, ['a', '/b']); t(P.commonpath, []); t(P.commonprefix, ['abc', 'abd']); t(P.relpath, '/a/b', '/a/c/d'); t(P.relpath, ''); t(P.commonpath, ['a/b/c', 'a/b'])

t(lambda: errno.errorcode[2]); t(lambda: errno.ENOENT); t(os.strerror, 13); t(len, os.urandom(5)); t(lambda: os.cpu_count() > 0); t(lambda: os.getpid() > 0); t(lambda: isinstance('x', os.PathLike))
class Q:
    def __fspath__(self): return d

t(isinstance, Q(), os.PathLike); t(os.fspath, Q()); t(lambda: os.fsencode('é\udcff')); t(lambda: os.fsdecode(b'\xff'))
class B:
    def __fspath__(self): return 5
t(os.fspath, B()); t(os.fdopen, 'x')
rmtree(d); t(P.exists, d); t(list, os.walk('/nope')); t(os.get_terminal_size, 999); t(os.kill, 99999999, 0); t(os.makedirs, '/proc/nope/x')
os.chdir('/')
os.rmdir(home)
