values = [0.0, 1.0, -1.0, 0.5, 2.5, -2.5, 100.25, 1e10, 1.5e-5]
for x in values:
    print(x, int(x), x * 2, x + 0.25, x - 1, abs(x), -x)
for a, b in ((7.5, 2), (-7.5, 2), (7.5, -2), (1.0, 0.25)):
    print(a / b, a // b, a % b, divmod(a, b))
print(7 / 2, 8 / 2, 1 / 4, -1 / 8)
print(2**0.5 > 1.414, 2**0.5 < 1.415, 4**0.5, 8 ** (1 / 3) > 1.999, 2**-1, 2**-3)
print(float("inf") > 1e300, float("nan") == float("nan"), 1e308 * 10 == float("inf"))
print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234.5))
print(sum([0.5, 0.25, 0.125]), min(1.5, 1), max(2, 2.5))
print(1.0 == 1, hash(1.0) == hash(1), 3.0 in [1, 2, 3], 0.1 + 0.2 == 0.3)
