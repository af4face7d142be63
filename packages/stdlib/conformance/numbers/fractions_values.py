import math
from fractions import Fraction as F


def attempt(f):
    try:
        return repr(f())
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


names = dict(globals())
for code in (
    "F(3,4)",
    "F(6,-8)",
    "F('3/4')",
    "F(' -1.25e2 ')",
    "F('1_000.5')",
    "F(0.1)",
    "F(1.5)",
    "F(F(1,2),F(3,4))",
    "F(1,0)",
    "F('x')",
    "F(1.5,2)",
    "F([])",
    "F(1,3)+F(1,6)",
    "F(1,3)-1",
    "2-F(1,3)",
    "F(1,3)*3",
    "F(1,3)/F(2,5)",
    "1/F(2,3)",
    "F(7,2)//2",
    "F(7,2)%F(3,2)",
    "divmod(F(7,2),F(3,4))",
    "-F(7,2)",
    "abs(F(-7,2))",
    "F(2,3)**2",
    "F(2,3)**-2",
    "F(4,9)**0.5",
    "2**F(2)",
    "F(0)**-1",
    "F(1,3)+0.5",
    "F(1,3)<F(1,2)",
    "F(1,2)==0.5",
    "F(1,2)>0.4",
    "F(1,3)!=1",
    "int(F(-7,2))",
    "float(F(1,3))",
    "round(F(7,2))",
    "round(F(5,2))",
    "round(F(22,7),3)",
    "round(F(1234),-2)",
    "str(F(3,1))",
    "str(F(3,4))",
    "F(3.141592653589793).limit_denominator(100)",
    "F(3.141592653589793).limit_denominator()",
    "F(1,3).limit_denominator(0)",
    "hash(F(2))==hash(2)",
    "hash(F(1,2))==hash(0.5)",
    "sum([F(1,n) for n in range(1,20)])",
    "F(3,4).numerator, F(3,4).denominator",
    "F(7,3).as_integer_ratio()",
    "bool(F(0))",
    "sorted([F(1,2),F(1,3),F(2,3)])",
    "max(F(1,2),0.6)",
    "F(float('nan'))",
    "F(float('inf'))",
    "F(5)==5",
    "F(1,2) in {0.5:1}",
    "F(10**30,3)",
    "math.floor(F(-7,2))",
    "math.ceil(F(-7,2))",
    "math.trunc(F(-7,2))",
):
    print(code, attempt(lambda: eval(code, names)))
