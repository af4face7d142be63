import bisect
import colorsys
import graphlib
import heapq
import math


def attempt(f):
    try:
        return repr(f())
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


names = dict(globals())
for code in (
    "math.gcd(12,18,27)",
    "math.gcd()",
    "math.lcm(4,6,10)",
    "math.comb(52,5)",
    "math.perm(10,3)",
    "math.factorial(25)",
    "math.factorial(-1)",
    "math.factorial(2.0)",
    "math.isqrt(10**40)",
    "math.isqrt(24)",
    "math.isqrt(-1)",
    "math.prod([1,2,3.5])",
    "math.fsum([0.1]*10)",
    "math.fsum([1e16,1.0,-1e16])",
    "math.hypot(3,4)",
    "math.hypot(1,2,3)",
    "math.dist((1,2),(4,6))",
    "math.dist((1,),(4,6))",
    "math.log(8,2)",
    "math.log2(8)",
    "math.log10(1000)",
    "math.log(10**400)",
    "math.log2(2**1500)",
    "math.log(0)",
    "math.sqrt(-1)",
    "math.remainder(7,3)",
    "math.nextafter(1.0,2.0)",
    "math.ulp(1.0)",
    "math.log1p(1e-10)",
    "math.expm1(1e-10)",
    "math.floor(-2.5),math.ceil(-2.5),math.trunc(-2.5)",
    "math.floor(10**20+0.5)",
    "math.floor(float('nan'))",
    "math.ceil(float('inf'))",
    "math.isclose(0.1+0.2,0.3)",
    "math.copysign(1,-0.0)",
    "math.frexp(8.5)",
    "math.modf(-3.25)",
    "math.degrees(math.pi),math.radians(180)",
    "math.exp(1),math.pow(2,0.5)",
    "math.sin(1),math.cos(1),math.tan(1)",
    "math.inf,math.nan,math.tau,math.e",
    "math.comb(5,-1)",
    "math.comb(3,7)",
    "math.exp2(10)",
    "math.fmod(-7,3)",
    "math.pow(0,-1)",
    "math.exp(1000)",
    "math.hypot(float('inf'),float('nan'))",
    "math.gcd(1.5,2)",
    "math.perm(5)",
    "bisect.bisect([1,2,2,3],2)",
    "bisect.bisect_left([1,2,2,3],2)",
    "bisect.bisect([1,2],2,-1)",
    "bisect.bisect([(1,),(3,)],2,key=lambda x:x[0])",
    "heapq.nlargest(3,[5,1,9,7])",
    "heapq.nsmallest(2,['bb','a','ccc'],key=len)",
    "list(heapq.merge([1,4,7],[2,4,8],[0]))",
    "list(heapq.merge([7,4],[8,2],reverse=True))",
    "colorsys.rgb_to_hsv(0.2,0.4,0.6)",
    "colorsys.hsv_to_rgb(0.5,0.5,0.5)",
    "colorsys.rgb_to_hls(0.2,0.4,0.6)",
    "colorsys.hls_to_rgb(0.1,0.5,0.7)",
    "colorsys.rgb_to_yiq(0.2,0.4,0.6)",
    "colorsys.yiq_to_rgb(0.4,0.1,0.1)",
    "list(graphlib.TopologicalSorter({'d':['b','c'],'b':['a'],'c':['a']}).static_order())",
    "list(graphlib.TopologicalSorter({1:[2],2:[1]}).static_order())",
):
    print(code, attempt(lambda: eval(code, names)))

h=[5,3,8,1]; heapq.heapify(h); print(h, heapq.heappushpop(h,4), heapq.heapreplace(h,9), [heapq.heappop(h) for _ in range(len(h))])
a=[1,3]; bisect.insort(a,2); bisect.insort_left(a,2); print(a)
