import math
from decimal import *


def attempt(f):
    try:
        return repr(f())
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


D = Decimal
names = dict(globals())
for code in (
    "D('4').sqrt()",
    "D('0.25').sqrt()",
    "D('-1').sqrt()",
    "D('1e20').sqrt()",
    "D('152.2756').sqrt()",
    "D(1).exp()",
    "D('-2.5').exp()",
    "D(10).ln()",
    "D('0.5').ln()",
    "D('1.0001').ln()",
    "D(100).log10()",
    "D(2).log10()",
    "D('0.001').log10()",
    "D(0).ln()",
    "D('123.456').as_tuple()",
    "D('-0.00').as_tuple()",
    "D('123.456').adjusted()",
    "D('0.25').as_integer_ratio()",
    "D('1e3').as_integer_ratio()",
    "D('1.5').copy_sign(D(-1))",
    "D('-1.5').copy_abs()",
    "D('1').compare(D('2'))",
    "D('NaN').compare(1)",
    "D('1.2').max(D('1.20'))",
    "D('1').min(D('NaN'))",
    "D('12.3').is_signed()",
    "D('inf').is_infinite()",
    "D('nan').is_nan()",
    "D('0').is_zero()",
    "D('1.23').same_quantum(D('4.56'))",
    "D('2').fma(3,4)",
    "D('10').remainder_near(D('6'))",
    "D('7').scaleb(2)",
    "D('250').logb()",
    "D('1.5').number_class()",
    "D('123').shift(2)",
    "D('123').rotate(1)",
    "D('1').next_plus()",
    "D('1').next_minus()",
    "D('12345e5').to_eng_string()",
    "D('1.23e-10').to_eng_string()",
    "str(D('1.23E+5'))",
    "str(D('123456E-10'))",
    "format(D('1234567.891'),',.2f')",
    "format(D('0.125'),'.1%')",
    "format(D('1234.5'),'e')",
    "format(D('1234.5'),'.2e')",
    "format(D('1.5'),'010.3f')",
    "format(D('-1.5'),'>10')",
    "format(D('1.5'),'^+12.2f')",
    "format(D('1E+10'),'f')",
    "format(D('1E+10'),'g')",
    "format(D('1.10'),'')",
    "format(D('1234567'),'_')",
    "format(D('0.00001'),'f')",
    "format(D('nan'),'10')",
    "format(D('1234'),'015,')",
    "format(D(5),'q')",
    'f"{D(\'3.14159\'):.2f}"',
    'f"{D(\'1234.567\'):,.1f}"',
    "D.from_float(0.1)",
    "D.from_float(5)",
    "getcontext().prec",
    "D('Infinity')-D('Infinity')",
    "D('Infinity')*0",
    "D('9.99e999999')*10",
    "D('1e-999999')/10**30",
    "D('0.1')+D('1e-30')",
    "D('123456789012345678901234567890')+1",
    "D('1')/D('1e999999')",
    "D('1.23').conjugate()",
    "D(10)**100",
    "D('1e100')+D('1')",
    "D('5')-D('5.00')",
    "D('0')*D('-1')",
    "D('3')*D('0.333')",
    "Context(prec=5).divide(D(1),D(3))",
    "Context(prec=3).create_decimal('3.14159')",
    "D('1.5').__floor__()",
    "complex(D('1.5'))",
    "D('100.0').__int__()",
    "D('1')/3*3",
    "D('12.50').normalize().as_tuple().exponent",
):
    print(code, attempt(lambda: eval(code, names)))


with localcontext() as ctx:
    ctx.prec = 5
    print(D(1)/D(3), +D('1.23456789'), getcontext().prec)
    ctx.rounding = ROUND_UP
    print(D(1)/D(3))
print(getcontext().prec, D(1)/D(3))
with localcontext() as c:
    c.traps[DivisionByZero] = False
    print(D(1)/D(0), c.flags[DivisionByZero])
getcontext().clear_flags(); D(1)/D(3); print([s.__name__ for s in (Inexact, Rounded, Overflow) if getcontext().flags[s]])
getcontext().prec = 50
print(D(2).sqrt(), D(1).exp(), D(2).ln(), D(7)/D(11))
getcontext().prec = 6
for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(r, [str(D(x).quantize(D('1'), rounding=r)) for x in ('5.5','2.5','1.6','1.1','1.0','-1.0','-1.1','-1.6','-2.5','-5.5')])
total = D(0)
for i in range(1, 200):
    total += D(i) / D(i + 7) * D('1.0%d' % i)
print(total)
