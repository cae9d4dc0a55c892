import random
def show(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return type(e).__name__+': '+str(e)
for s in [1,-7,2**100,'hello',b'abc',3.5]:
    r=random.Random(s); random.seed(s)
    print(s,[random.random() for _ in range(3)],[r.random() for _ in range(2)])
    for name,args in [('randint',(1,100)),('randrange',(5,50,3)),('randrange',(10**20,)),('choice',('abcdef',)),('sample',(range(100),5)),('sample',(range(10),8)),('choices',('abc',)),('uniform',(1,5)),('triangular',()),('triangular',(1,5,2)),('gauss',()),('gauss',(1,2)),('normalvariate',(0,1)),('lognormvariate',(0,1)),('expovariate',(2,)),('vonmisesvariate',(0,4)),('vonmisesvariate',(1,0)),('gammavariate',(2,3)),('gammavariate',(1,3)),('gammavariate',(.5,3)),('betavariate',(2,3)),('paretovariate',(3,)),('weibullvariate',(1,2)),('binomialvariate',()),('binomialvariate',(100,.3)),('binomialvariate',(10,.9)),('binomialvariate',(1000,.01)),('getrandbits',(70,)),('getrandbits',(5,)),('randbytes',(5,))]:
        print(name,[show(getattr(random,name),*args) for _ in range(2)])
    l=list(range(15)); random.shuffle(l); print(l, random.choices('abc',weights=[1,5,2],k=5), random.choices([1,2],cum_weights=[3,4],k=3), random.sample([1,2,3],counts=[3,1,2],k=4))
    st=random.getstate(); a=random.random(); random.setstate(st); print(a==random.random(), st[0], len(st[1]), st[1][-1])
random.seed('x',version=1); print(random.random())
for f in ['random.choice([])','random.sample({1},1)','random.sample([1],5)','random.choices([1],k=-1)','random.choices([1],[1,2])','random.choices([1],[0])','random.choices([1],[1],cum_weights=[1])','random.randrange(0)','random.randrange(3,1)','random.randrange(1,5,0)','random.randrange(1.5)','random.seed([])','random.getrandbits(-1)','random.gammavariate(0,1)','random.binomialvariate(-1)','random.binomialvariate(5,2)','random.randint(5,1)','random.setstate((5,))','random.SystemRandom().getstate()','random.choices([1],3)','random.randrange(1,step=2)','random.sample([1,2],2,counts=[1])','random.Random(1,2)','random.choices([])','random.shuffle((1,2))','random.getrandbits(0)','random.randbytes(0)','random.expovariate(0)']:
    print(f,show(lambda:eval(f)))
print(random.__all__,sorted(n for n in vars(random.Random) if n[0]!='_'))
class L(random.Random):
    def random(self): return .25
print(L().randint(1,10),L().choice('abcd'))
