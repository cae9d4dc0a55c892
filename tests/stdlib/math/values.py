import math
class R:
    def __init__(s): s.x=12345
    def next(s):
        s.x=(s.x*6364136223846793005+1442695040888963407)&(2**64-1); return s.x>>11
    def u(s): return s.next()/2**53
r=R()
def args():
    out=[0.0,-0.0,1.0,-1.0,0.5,-0.5,2.0,3.0,-2.0,1e-320,-1e-310,1e308,1e-30,math.inf,-math.inf,math.nan,1e15,23.0,24.0,170.5,-170.5,150.3,1e-10,710.0,-745.2]
    for i in range(2):
        out.append((r.u()-0.5)*2); out.append((r.u()-.5)*40); out.append((r.u()-.5)*10**(r.u()*600-300))
    return out
def show(f,*a):
    try: return repr(f(*a))
    except Exception as e: return type(e).__name__+str(e)
for n in 'acos acosh asin asinh atan atanh cbrt cos cosh exp exp2 expm1 fabs log1p sin sinh sqrt tan tanh degrees radians log log2 log10 gamma lgamma erf erfc ceil floor trunc frexp modf ulp isfinite isinf isnan'.split():
    f=getattr(math,n)
    for x in args(): print(n,x,show(f,x))
for n in 'atan2 pow copysign fmod remainder log nextafter isclose hypot'.split():
    f=getattr(math,n)
    for x,y in zip(args(),reversed(args())): print(n,x,y,show(f,x,y))
    for x in args()[:12:4]:
        for y in args()[:12:4]: print(n,x,y,show(f,x,y))
for x in args():
    e=r.next()%4000-2000
    print('ldexp',x,e,show(math.ldexp,x,e), show(math.ldexp,x,-e//2))
for i in range(5):
    v=[(r.u()-.5)*10**(r.u()*20) for _ in range(r.next()%8)]
    w=[(r.u()-.5)*10**(r.u()*20) for _ in v]
    print(show(math.hypot,*v),show(math.dist,v,w),show(math.fsum,v),show(math.sumprod,v,w),show(math.prod,v))
    v=[(r.u()-.5)*10**(r.u()*20-310) for _ in range(r.next()%8)]
    print(show(math.hypot,*v), show(math.nextafter,v[0] if v else 0.0, 1.0))
    m=[[1,2.5,True,2**70,r.u()][r.next()%5] for _ in range(5)]
    print(show(math.sumprod,m,m[::-1]), m)
for n in list(range(0,40,7))+[60]:
    print(math.factorial(n), math.isqrt(n**5), math.isqrt(n**9))
    for k in range(0,n,7): print(math.comb(n,k),math.perm(n,k),math.gcd(n,k,12),math.lcm(n,k),math.gcd(n**20,k**15))
for n in [10**400,3**1000,10**308*3,2**1024-1,2**2000-1]:
    print(math.log(n),math.log2(n),math.log10(n),math.log(n,7))
for n in 'nextafter'.split():
  for s in [0,2,2**80]:
    for x in args()[:12:4]:
      for y in args()[:8:3]: print(x,y,s,repr(math.nextafter(x,y,steps=s)))
