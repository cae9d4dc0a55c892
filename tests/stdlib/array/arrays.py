# All type codes, methods and messages.
import array as am, copy, warnings
warnings.simplefilter('ignore')
from array import array
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(getattr(f,'__name__',f),[x if len(repr(x))<80 else '..' for x in a],k,'->',r)
for c in am.typecodes:
    if c in 'uw': vs=('a','ab','',1,None,b'a','\U0001F600')
    else: vs = (0, -1, 128, 255, 256, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, 1.5, 'a')
    for v in vs: t(array, c, [v])
t(array);t(array,1);t(array,'x');t(array,'bb');t(array,'b',1);t(array,'b','abc');t(array,'i',b'abcd');t(array,'i',b'abc');t(array,'i',bytearray(b'abcd'));t(array,'w','héllo');t(array,'i',array('w','a'));t(array,'w',array('i',[1]));t(array,'i',array('b',[1,2]));t(array,'b',array('i',[1,200]));t(array,'i',[1],foo=1);t(array,'i',range(3));t(array,'f',[1,2.5]);t(array,'w',b'ab')
a=array('i',[1,2,3,2])
for e in ["a[0]","a[-5]","a[4]","a['x']","a[1:3]","a[::2]","a[::-1]","a+a","a+[1]","a*2","2*a","a*'x'","a*-1","a==array('i',[1,2,3,2])","a==array('d',[1,2,3,2])","a<array('i',[1,3])","a==[1]","a<[1]","2 in a","'x' in a","a.index(2)","a.index(9)","a.index(2,2)","a.index(2,-1)","a.count(2)","a.tolist()","a.tobytes()","a.tounicode()","a.typecode","a.itemsize","a.buffer_info()[1]","len(a)","list(a)","list(reversed(a))","repr(a)","str(array('w','ab'))","repr(array('d'))","array('d',[1.5,2])","hash(a)","bool(array('i'))","a.__reduce_ex__(3)","a.__reduce_ex__(2)","a.__reduce_ex__(4)","a.__copy__()","a.__deepcopy__({})","array[int]","type(iter(a))","a.__class_getitem__(int)","memoryview(a).format","memoryview(a).tolist()","memoryview(a).nbytes","bytes(a)","memoryview(a)[1]","am._array_reconstructor(array,'i',8,b'abcd')","am._array_reconstructor(array,'i',8,b'')","am._array_reconstructor(array,'i',9,b'abcd')","a.foo","a.typecode","am.ArrayType","am.__name__","array.__mro__","array.__module__","__import__('collections').abc.MutableSequence in array.__mro__","isinstance(a,__import__('collections').abc.MutableSequence)", "max(a),sum(a),sorted(a)","[*a]","a.__add__(array('d'))","a+array('d')"]:
    try: r=eval(e)
    except BaseException as x: r=type(x).__name__+': '+str(x)
    print(e,'->',r if not callable(r) else type(r))
for s in ["a.append(5)","a.append('x')","a.extend([1,2])","a.extend(array('d'))","a.extend(array('i',[4]))","a.extend(5)","a.fromlist([1])","a.fromlist((1,))","a.fromlist([1,'x'])","a.frombytes(b'abcd')","a.frombytes(b'abc')","a.frombytes('abc')","a.frombytes(array('i',[1]))","a.fromunicode('x')","a.insert(1,9)","a.insert(-100,9)","a.insert(100,9)","a.insert('x',9)","a.pop()","a.pop(0)","a.pop(-1)","a.pop(100)","array('i').pop()","a.remove(9)","a.remove('q')","a.reverse()","a.byteswap()","a[0]=5","a[0]='x'","a[100]=1","a['x']=1","a[1:2]=array('i',[7,8,9])","a[1:2]=[1]","a[1:2]=array('d')","a[::2]=array('i',[1])","a[::2]=array('i',[0]*((len(a)+1)//2))","del a[0]","del a[1:3]","del a[::2]","del a[100]","a+=array('i',[1])","a+=[1]","a*=2","a*='x'","a*=0","a.typecode='x'","a.x=1","a.clear()", "m=memoryview(a);a.append(1)","m.release();a.append(1)","m=memoryview(a);m[0]=77","a.fromfile(open('/dev/null','rb'),1)","import io;a.fromfile(io.BytesIO(b'abcdefgh'),2)","a.tofile(open('/dev/null','wb'))","a.fromfile(1,1)","a.tofile(1)"]:
    a=array('i',[1,2,3,2])
    try: exec(s); r=a
    except BaseException as x: r=type(x).__name__+': '+str(x), a
    print(s,'->',r)
w=array('w','abc');w.fromunicode('dé');print(w,w.tounicode(),w.tobytes());t(w.fromunicode,1);t(w.append,1);t(w.append,'ab')
import warnings
with warnings.catch_warnings(record=True) as ws:
  warnings.simplefilter('always'); array('u','ab'); print([str(w.message) for w in ws])
class S(array): pass
s=S('i',[1,2]);s.q=1;print(s,repr(s),s[:1],s+s,s*2,copy.copy(s),copy.deepcopy(s),s.__reduce_ex__(3),s==array('i',[1,2]),array('i',s))
a=array('i',[1,2]);it=iter(a);next(it);print(it.__reduce__());it.__setstate__(0);print(next(it));
a=array('i');print(iter(a).__reduce__()[1]); list(iter(a)); 
