# What open() takes for a path is asked for it once; its answer is the file's name.
import os, tempfile
place = os.path.join(tempfile.mkdtemp(), 'x')
open(place, 'w').close()
class P:
    def __fspath__(self):
        print('asked')
        return place
class Q:
    def __fspath__(self): return 5
class R(str):
    def __fspath__(self): return '/none'
with open(P()) as f:
    print(f.name == place, f.buffer.name == place)
# expect: asked
# expect: True True
with open(P(), 'rb', 0) as f:
    print(f.name == place)
# expect: asked
# expect: True
with open(R(place)) as f:
    print(type(f.name))  # expect: <class '__main__.R'>
for bad in (Q(), Q, 1.5):
    try: open(bad)
    except TypeError as e: print(e)
# expect: expected Q.__fspath__() to return str or bytes, not int
# expect: expected str, bytes or os.PathLike object, not type
# expect: expected str, bytes or os.PathLike object, not float
try: open(P(), 'zz')
except ValueError as e: print(e)
# expect: asked
# expect: invalid mode: 'zz'
odd = os.fsencode(place) + b'\xff'
open(odd, 'w').close()
print(os.path.exists(odd), os.path.exists(os.fsdecode(odd)))  # expect: True True
with open(os.fsdecode(odd)) as f: print(f.read() == '')  # expect: True
