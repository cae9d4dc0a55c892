from itertools import *
import itertools, operator
def show(s):
    try:
        v=eval(s)
        print(s,'->',v if not hasattr(v,'__next__') else list(islice(v,30)))
    except Exception as e: print(s,'->',type(e).__name__,e)
for s in '''count()|count(10)|count(10,2)|count(1.5,.5)|count("a")|count(10,-1)|count(2**63-2)|repr(count(3))|repr(count(3,2))|repr(count(1.5))|count(step=3)|count(start=2,step=5)|count(1,2,3)|count(True)|repr(count(True))|repr(count(1,True))
cycle("abc")|cycle()|cycle([])|cycle(1)|repeat(3,4)|repr(repeat(3,4))|repr(repeat("x"))|repeat(1,-3)|operator.length_hint(repeat(1,5))|repeat(1,1.5)|repeat(object=3,times=2)|repeat()|operator.length_hint(repeat(1))
chain("ab",[1,2])|chain()|chain(1)|chain.from_iterable(["ab",[1]])|chain.from_iterable([1])|chain(a=1)|compress("abcdef",[1,0,1,0,1,1])|compress("abc")|compress(data="abc",selectors=[1,1])|chain[int]
dropwhile(lambda x:x<3,[1,2,3,1])|dropwhile(None,[1])|dropwhile(1)|takewhile(lambda x:x<3,[1,2,3,1])|filterfalse(None,[0,1,2,""])|filterfalse(lambda x:x%2,range(10))|filterfalse(bool,[0,1])|starmap(pow,[(2,3),(3,2)])|starmap(pow,[1])|starmap(pow,[[2,3]])
accumulate([1,2,3])|accumulate([])|accumulate([1,2,3],operator.mul)|accumulate([1,2],initial=10)|accumulate([1,2],None,initial=10)|accumulate("abc")|accumulate([1,"a"])|accumulate(func=max,iterable=[1,3,2])|accumulate([],initial=4)
batched("abcdefg",3)|batched("abc",0)|batched("abcd",3,strict=True)|batched("abc",n=2)|batched([],1)|batched("abc",1.5)|batched("abcdef",2**70)
islice("abcdef",3)|islice("abcdef",1,4)|islice("abcdef",1,None,2)|islice("abc")|islice("abc",1,2,3,4)|islice("abc",-1)|islice("abc",1,-1)|islice("abc",-1,1)|islice("abc",1,2,0)|islice("abc","a")|islice("abc",None)|islice("abcdef",0,6,4)|islice("abc",1.5)|islice("abc",2**70)|islice()|islice(1,2)|islice("abc",a=2)
pairwise("abcd")|pairwise("a")|pairwise([])|pairwise(1)|zip_longest("ab","cde")|zip_longest("ab","cde",fillvalue="-")|zip_longest()|zip_longest("a",b=1)|zip_longest(1)|zip_longest("ab",fillvalue=1,x=2)
product("ab","cd")|product("ab",repeat=2)|product()|product("ab",repeat=0)|product("ab",repeat=-1)|product("ab",[])|product("abc",[1,2],repeat=1)|product(1)|product("ab",repeat="a")|product("ab",repeat=2**62)|product("ab",x=1)
permutations("abc")|permutations("abcd",2)|permutations("ab",3)|permutations("ab",-1)|permutations("ab","x")|permutations("")|permutations("abc",0)|permutations("abc",r=2)
combinations("abcd",2)|combinations("abc",0)|combinations("abc",4)|combinations("abc",-1)|combinations("abc")|combinations("abc",None)|combinations_with_replacement("abc",2)|combinations_with_replacement("",2)|combinations_with_replacement("",0)|combinations_with_replacement("ab",4)
groupby("aabbbc")|[(k,list(g)) for k,g in groupby("aabbbc")]|[(k,list(g)) for k,g in groupby([1,3,2,4,5],lambda x:x%2)]|groupby(1)|groupby([1],key=5)|tee("abc")|[list(x) for x in tee("abc")]|[list(x) for x in tee("abc",3)]|tee("abc",0)|tee("abc",-1)|tee(1)|[list(x) for x in tee(tee("abc")[0])]|len(tee(iter("abc"),5))|tee("abc",n=2)'''.replace('\n','|').split('|'): 
    if s in ('groupby("aabbbc")','tee("abc")'): continue
    show(s)
class C(chain): pass
print(list(C("ab","c")), type(C.from_iterable(["a"])).__name__)
g=groupby("aab"); a=next(g); b=next(g); print(list(a[1]),list(b[1]))
a,b=tee(range(200)); print(sum(islice(a,150)), next(b), sum(a)); c=b.__copy__(); print(next(c),next(b))
def gen():
    global t; yield 1; next(t)
t,u=tee(gen())
try: print(next(t)); next(t)
except Exception as e: print(type(e).__name__,e)
