# Making, calculating, rounding, comparing and formatting, with contexts and signals.
import decimal, math, pickle, copy
from decimal import *
def t(e):
    try: r=eval(e,globals())
    except BaseException as x: r=type(x).__module__+'.'+type(x).__name__+': '+str(x)
    print(e,'->',repr(r))
for e in '''Decimal(10)
Decimal('3.14')
Decimal(3.14)
Decimal((0, (3, 1, 4), -2))
Decimal(str(2.0 ** 0.5))
Decimal(2) ** Decimal('0.5')
Decimal('NaN'), Decimal('-Infinity'), Decimal('sNaN123'), Decimal('-nan5')
Decimal('3.0'),Decimal('3.1415926535'),Decimal('3.1415926535') + Decimal('2.7182818285')
Decimal('1e400'), Decimal('1E-400'), Decimal('0E+5'), Decimal('-0'), Decimal('0.0000001'), Decimal('0.000001')
Decimal('1.34') + 1, 1 - Decimal('1.34'), Decimal(3)/7, Decimal(-7)//2, Decimal(-7)%4, divmod(Decimal(-7),2), 7%Decimal('2.5')
Decimal(2)**3, Decimal(2)**-3, Decimal('1.1')**10, Decimal(10)**Decimal('0.3'), pow(Decimal(3),5,7), Decimal(4)**Decimal('0.5'), Decimal(9)**Decimal('1.5'), Decimal(2)**Decimal('-0.5'), 2**Decimal(3)
Decimal(2).sqrt(), Decimal(4).sqrt(), Decimal('0.25').sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal('10').log10(), Decimal('2').log10(), Decimal('1.0000001').ln(), Decimal('0.5').ln(), Decimal('1e-10').exp(), Decimal('-5').exp(), Decimal('1234.5').ln(), Decimal('1e50').ln(), Decimal('1e50').log10(), Decimal('1e-30').ln()
Decimal('x')
Decimal('')
Decimal(' 1_000.5 '), Decimal('١٢٣')
Decimal(1)/0
Decimal(0)/0
Decimal(-1).sqrt()
Decimal('sNaN')+1
Decimal('NaN')+1, Decimal('Inf')-1
Decimal('Inf')-Decimal('Inf')
Decimal('1e1000000')
Decimal('9e999999')*10
Decimal('1e-999999')/Decimal('1e30')
Decimal([1])
Decimal({})
Decimal(None)
Decimal('1')+1.5
Decimal(1)<1.5, Decimal('0.5')==0.5, Decimal('0.1')==0.1, Decimal(1)==1, Decimal(1)!='1', Decimal(1)==None
Decimal(1)<'a'
Decimal('NaN')==Decimal('NaN'), Decimal('NaN')!=1
Decimal('NaN')<1
hash(Decimal(1))==hash(1), hash(Decimal('0.5'))==hash(0.5), hash(Decimal('1e100'))==hash(10**100), hash(Decimal('-1.5')), hash(Decimal('Inf'))
hash(Decimal('sNaN'))
int(Decimal('3.9')), int(Decimal('-3.9')), float(Decimal('1.1')), round(Decimal('2.5')), round(Decimal('3.5')), round(Decimal('2.675'),2), round(Decimal('1234'),-2), math.floor(Decimal('-1.5')), math.ceil(Decimal('-1.5')), math.trunc(Decimal('1.9')), complex(Decimal(2))
int(Decimal('Inf'))
int(Decimal('NaN'))
float(Decimal('NaN')), str(Decimal('1E+3')), Decimal('1E+3').to_eng_string(), Decimal('123E+1').to_eng_string(), Decimal('0E-7').to_eng_string()
Decimal('1.41421356').quantize(Decimal('1.000')), Decimal('2.5').quantize(Decimal(1),ROUND_HALF_UP), Decimal('1e10').quantize(Decimal('1e-30'))
Decimal('2.5').quantize(1,rounding='x')
Decimal('1.5').to_integral_value(), Decimal('1.5').to_integral_exact(ROUND_DOWN), Decimal('-2.5').to_integral()
Decimal('1.20').normalize(), Decimal('1200').normalize(), Decimal('0.00').normalize()
Decimal('1.5').as_tuple(), Decimal('-Inf').as_tuple(), Decimal('NaN12').as_tuple(), Decimal('0.25').as_integer_ratio(), Decimal('1E3').as_integer_ratio()
Decimal('Inf').as_integer_ratio()
Decimal('123.45').adjusted(), Decimal('123.45').logb(), Decimal(0).logb
Decimal('1.1').compare(Decimal('1.2')), Decimal('1').compare_total(Decimal('1.0')), Decimal('-1').compare_total_mag(Decimal(2)), Decimal(1).max(2), Decimal(1).min(Decimal('NaN')), Decimal(-3).max_mag(2)
Decimal('1').next_plus(), Decimal('1').next_minus(), Decimal('1').next_toward(2), Decimal('101').logical_and(Decimal('110')), Decimal('101').logical_invert(), Decimal('12345').rotate(2), Decimal('12345').shift(-2), Decimal('1.5').scaleb(3), Decimal(2).fma(3,5), Decimal(10).remainder_near(3), Decimal(1).copy_sign(Decimal(-2)), Decimal('-1').copy_abs(), Decimal(1).copy_negate()
Decimal('1').is_normal(), Decimal('NaN').number_class(), Decimal('-0').number_class(), Decimal('1e-1000000').number_class(), Decimal(1).same_quantum(Decimal(2)), Decimal(1).radix(), Decimal('1').is_signed()
format(Decimal('1234567.891'),',.2f')
format(Decimal('0.5'),'.0%')
format(Decimal('1.5'),'e')
format(Decimal('123'),'010.2f')
format(Decimal('-1.5'),'=+10')
format(Decimal('1.5'),'*^10')
format(Decimal('1e10'),'f')
format(Decimal('1e-10'),'g')
format(Decimal('NaN'),'10')
format(Decimal('1234'),'_')
format(Decimal('-0.001'),'z.1f')
format(Decimal('12345.678'),'015,.2f')
format(Decimal('1E+5'),'')
format(Decimal('1.10'),'G')
format(Decimal('0'),'.3e')
format(Decimal('1234.5'),'n')
format(Decimal('1'),'>5')
format(Decimal('1'),'<5')
f"{Decimal('3.14159'):.2f}"
format(Decimal(1),'x')
format(Decimal(1),'d')
getcontext()
Context(prec=5,rounding=ROUND_DOWN,flags=[Inexact],traps=[])
Context(prec=0)
Context(prec='a')
Context(rounding='x')
Context(Emin=5)
Context(capitals=2)
Context(traps=[1])
ExtendedContext, BasicContext, DefaultContext
ExtendedContext.create_decimal('1.23456789012345'), Context(prec=3).create_decimal(3.14159), Context(prec=5).divide(1,3), Context(prec=5).power(2,10), Context(prec=5).sqrt(2), ExtendedContext.Etiny(), ExtendedContext.Etop()
getcontext().flags
list(getcontext().traps.items())
getcontext().traps['x']
Decimal.from_float(0.1), Decimal.from_float(5), Decimal(5).real, Decimal(5).imag, Decimal(5).conjugate()
Decimal.from_float('a')
pickle.loads(pickle.dumps(Decimal('1.5'))), copy.copy(Decimal(1)), copy.deepcopy(Decimal('2')), pickle.loads(pickle.dumps(getcontext())).prec
sum([Decimal('0.1')]*10), max(Decimal(1),2), sorted([Decimal(3),1,Decimal('2.5')]), abs(Decimal('-2')), -Decimal(0), +Decimal('1.5'), bool(Decimal(0)), not Decimal('0.0')
IEEEContext(32), MAX_PREC, MIN_ETINY
Decimal('1').exp(Context(prec=50)), Decimal(3).ln(Context(prec=40)), Decimal(2).sqrt(Context(prec=60)), Context(prec=40).power(Decimal('1.5'),Decimal('2.5')), Decimal('0.1').exp(Context(prec=5))
Decimal('1.23E+5'), Decimal(12345678901234567890123456789012345), +Decimal(12345678901234567890123456789012345), Decimal('1')*Decimal('1.2345678901234567890123456789012345')
issubclass(DivisionByZero, ZeroDivisionError), DivisionByZero.__mro__, isinstance(Decimal(1), __import__('numbers').Number)
Decimal('5')/3*3, Decimal('1e-7')+1, Decimal('1e30')+1-Decimal('1e30'), Decimal('0.1')+Decimal('0.2')
__import__('fractions').Fraction(1,2)==Decimal('0.5'), Decimal('0.5')==__import__('fractions').Fraction(1,2), Decimal('0.3')<__import__('fractions').Fraction(1,3)
Decimal(5).__round__('a')
Decimal('1').foo'''.split('\n'): t(e)
with localcontext() as c:
    c.prec=5; print(Decimal(1)/3, c)
with localcontext(prec=7, rounding=ROUND_UP) as c: print(Decimal(1)/3)
print(Decimal(1)/3, getcontext().flags[Inexact])
c=getcontext(); c.clear_flags(); Decimal(1)/3; print(c.flags); c.traps[Inexact]=True
t('Decimal(1)/3'); c.traps[Inexact]=False; c.traps[FloatOperation]=True; t('Decimal(1.5)'); t('Decimal(1)<1.5'); t('Decimal(1)==1.5')
setcontext(ExtendedContext); print(Decimal(1)/7, Decimal(1)/0, Decimal('x'), getcontext())
setcontext(Context(prec=3)); print(Decimal('1.2345')*1, getcontext()); t("setcontext(1)")
class D(Decimal): pass
d=D('1.5'); print(repr(d),d+1,type(d+1),type(d),d==Decimal('1.5'),D.from_float(0.5),type(D.from_float(.5)))
