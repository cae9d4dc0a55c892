from statistics import *
import statistics
from fractions import Fraction as F
print(statistics.__all__)
def t(s):
    try: print(s,'->',repr(eval(s)))
    except Exception as e: print(s,'->',type(e).__name__,e)
import random
random.seed(5)
D=[random.gauss(50,20) for _ in range(15)]; X=[random.random()*10 for _ in range(15)]; I=[3,1,4,1,5,9,2,6,5,3]
for d in ['D','I','[F(1,2),F(1,3),F(3)]','[1,2.5,F(1,2)]','[1]','[]','[True,False,True]','["a"]','[1,"a"]','iter([1,2,3])','[1e308,1e308]','[float("inf"),1]','[float("nan"),1]','[-1,2]','[0,2,3]']:
    for f in ['mean','fmean','geometric_mean','harmonic_mean','median','median_low','median_high','median_grouped','mode','multimode','variance','pvariance','stdev','pstdev','quantiles']: t(f'{f}({d})')
for s in ['fmean([1,2],[3,1])','fmean([1,2],[1])','fmean([1],[0])','harmonic_mean([40,60],weights=[5,30])','harmonic_mean([1,2],[1])','harmonic_mean([1,-2])','quantiles(D,n=10)','quantiles(D,n=5,method="inclusive")','quantiles(D,method="x")','quantiles(D,n=0)','quantiles([1])','variance(D,mean(D))','pvariance([1,2],1.5)','stdev([1,2],1)','covariance(D,X)','correlation(D,X)','correlation(D,X,method="ranked")','correlation([1,1],[1,2])','correlation([1],[1])','correlation([1,2],[1])','correlation(D,X,method="q")','linear_regression(X,D)','linear_regression(X,D,proportional=True)','linear_regression([1,1],[1,2])','covariance([1],[1])','mode("hello")','multimode("aabbc")','median_grouped([1,2,2,3,4,4,4,4,4,5])','median_grouped([1,3,3,5,7],interval=2)','NormalDist(3,2)','NormalDist(1,-1)','NormalDist.from_samples(D)','NormalDist(3,2).pdf(1)','NormalDist(3,2).cdf(1)','[NormalDist(3,2).inv_cdf(p) for p in (.01,.1,.3,.5,.9,.999,1e-9,1e-20)]','NormalDist().inv_cdf(0)','NormalDist(3,2).quantiles(5)','NormalDist(1,2).overlap(NormalDist(2,3))','NormalDist(1,2).overlap(NormalDist(2,2))','NormalDist(1,2).zscore(4)','NormalDist(1,2)+NormalDist(3,4)','NormalDist(1,2)-3','3-NormalDist(1,2)','NormalDist(1,2)*-3','NormalDist(1,2)/2','-NormalDist(1,2)','NormalDist(1,2)==NormalDist(1,2)','NormalDist(0,0).cdf(1)','NormalDist(1,2).samples(3,seed=7)','NormalDist(1,2).variance','kde([1,2],0)','kde([],1)','kde([1],1,"zz")','kde(["a"],1)','mean([1,2,3,4,4])','mean([F(1,3)])','stdev([1.5,2.5,2.5,2.75,3.25,4.75])','statistics._rank([3,1,2,1])']: t(s)
for k in ['normal','gauss','logistic','sigmoid','rectangular','uniform','triangular','parabolic','epanechnikov','quartic','biweight','triweight','cosine']:
    f=kde(D,4.5,k); g=kde(D,4.5,k,cumulative=True); r=kde_random(D,2.0,k,seed=3)
    print(k,[f(x) for x in (20,50,61.5)],[g(x) for x in (20,50,61.5)],[r() for _ in range(4)], f.__doc__, g.__doc__, r.__doc__)
