import cmath, math
V=[-math.inf,-2.3,-1.0,-0.0,0.0,1e-310,1.5,800.0,math.nan]
for n in 'acos acosh asin asinh atan atanh cos cosh exp log log10 phase polar sin sinh sqrt tan tanh isfinite isinf isnan'.split():
    f=getattr(cmath,n)
    for x in V:
        for y in V:
            try: r=repr(f(complex(x,y)))
            except Exception as e: r=type(e).__name__+str(e)
            print(n,x,y,r)
for x in V:
    for y in V:
        try: r=repr(cmath.rect(x,y))
        except Exception as e: r=type(e).__name__+str(e)
        print('rect',x,y,r)
for s in ['cmath.log(2,10)','cmath.log(1j,2)','cmath.log(1,0)','cmath.log(0)','cmath.log(2,1)','cmath.isclose(1,1+1e-10j)','cmath.isclose(1,2,rel_tol=-1)','cmath.sqrt("a")','cmath.sqrt(-1)','cmath.infj','cmath.nanj','cmath.rect(1j,1)','cmath.phase(-1)','cmath.sin(True)','cmath.exp(1+2j)','cmath.sqrt(None)']:
    try: print(s,repr(eval(s)))
    except Exception as e: print(s,type(e).__name__,e)
print([n for n in dir(cmath) if n[0]!='_'])
