import math, cmath
from decimal import Decimal, getcontext
from fractions import Fraction

def is_prime(n):
    if n < 2:
        return False
    if n % 2 == 0:
        return n == 2
    return all((n % i for i in range(3, math.isqrt(n) + 1, 2)))
print([n for n in range(50) if is_prime(n)])

def miller(n, ks=(2, 3, 5, 7, 11, 13)):
    if n < 2:
        return False
    d, s = (n - 1, 0)
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in ks:
        if n == a:
            return True
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True
print(miller(2 ** 61 - 1), miller(2 ** 61 + 1), pow(3, -1, 11), pow(10, -2, 7), pow(2, 3, -5), pow(-3, 5, 7), pow(7, 0, 1))
for args in [(2, -1, 4), (2, 1, 0), (2, -1, 0)]:
    try:
        print(pow(*args))
    except ValueError as e:
        print(args, e)
p, q, e = (61, 53, 17)
n, phi = (p * q, (p - 1) * (q - 1))
dd = pow(e, -1, phi)
print(dd, pow(pow(65, e, n), dd, n))
print(math.factorial(30) / math.factorial(28), 10 ** 25 / 10 ** 24, (10 ** 30 + 1) / 3, 2 ** 1000 / 3 ** 600, -10 ** 20 / 7, 1 / 10 ** 320, 10 ** 15 / 3, (2 ** 53 + 1) / 1, (2 ** 54 + 3) / 2, 7 / 10 ** 22)
print(float(10 ** 22), float(2 ** 70 + 1), float(-10 ** 30), float(123456789012345678), 1e+22 == 10 ** 22, int(1e+22), int(float(2 ** 80)), math.comb(100, 50) / 2 ** 100)
for f in [lambda: float(10 ** 400), lambda: 10 ** 400 / 2, lambda: 10 ** 400 / 10 ** 80, lambda: 10 ** 20 / 0, lambda: 10 ** 20 // 0, lambda: 10 ** 20 % 0]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(sum((1 / math.factorial(k) for k in range(20))), sum((Fraction(1, k) for k in range(1, 8))), Decimal('0.1') + Decimal('0.2'), round(Decimal('2.675'), 2))

def newton(f, df, x, tol=1e-12):
    for i in range(50):
        nx = x - f(x) / df(x)
        if abs(nx - x) < tol:
            return (nx, i)
        x = nx
print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0))

def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum((f(a + i * h) for i in range(1, n, 2))) + 2 * sum((f(a + i * h) for i in range(2, n, 2))))
print(round(simpson(math.sin, 0, math.pi), 8), f'{simpson(lambda x: x ** 3, 0, 2):.6f}')
z = 3 + 4j
print(z.real, z.imag, abs(z), z.conjugate(), z * 1j, z ** 2, z == 3 + 4j, cmath.sqrt(-1), complex('1+2j'), z / 2, -z, cmath.phase(1j))

def solve(a, b, c):
    d = b * b - 4 * a * c
    if d >= 0:
        return ((-b + math.sqrt(d)) / (2 * a), (-b - math.sqrt(d)) / (2 * a))
    return ((-b + cmath.sqrt(d)) / (2 * a), (-b - cmath.sqrt(d)) / (2 * a))
print(solve(1, -3, 2), solve(1, 2, 5))
print(*(f'{v:.3g}' for v in (1e-10, 123456, 0.00012345, 1.0, 1e+100)), f'{1 / 3:.10f}', f'{1000000.0:,.0f}', f'{0.1:.20f}', f'{12345.6789:e}', f'{255:#b}', f'{-5:05d}', f'{5:+}', f'{1234567.891:_.1f}')
print(0.1 * 3, 1.1 + 2.2, 1e+16 + 1, 1 / 7, 2 ** 0.5, 1e-07, 123456789.12345679, 1e+21, 5e-324, 1.7976931348623157e+308, -1e-05, 100.0, 100.0, float('1e400'))

def digits(n):
    return list(map(int, str(n)))
print(sum(digits(2 ** 100)), digits(math.factorial(10)), int(''.join(map(str, digits(123)[::-1]))), str(2 ** 64), len(str(3 ** 500)), hex(2 ** 40), oct(64), f'{2 ** 40:x}', int('deadbeef', 16), int('11', base=2), int(b'12'), int('-0b101', 0))
print(range(10).index(3), range(0, 100, 7).count(49), range(3)[-1], 7 in range(0, 10, 2), list(range(10))[::3], range(5) == range(0, 5), range(0, 10, 2)[1:3], len(range(1, 100, 3)))
for f in [lambda: range(3)[5], lambda: range(3).index(9), lambda: [1].index(3), lambda: (1,).index(2), lambda: [].remove(1), lambda: [1].pop(5), lambda: [].pop()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(b'\x01\xab\xff'.hex(), b'\x01\xab\xff'.hex(':'), bytes(range(6)).hex('-', 2), bytes(range(5)).hex(' ', -2), bytearray(b'ab').hex(), memoryview(b'abc').tobytes(), memoryview(b'abc').tolist(), memoryview(b'ab').hex())
