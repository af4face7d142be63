# Big integers as temporaries of longer expressions.
def power(b, n):
    return b**n


total = 0
for i in range(1, 40):
    a = power(i + 3, 30) * power(i + 1, 25) - power(i, 20) * power(7, 40)
    b = (a // power(i + 2, 13) + a % power(10, 21)) * (power(3, i) ^ power(5, i))
    total += (a * b - (b - a) * (a + 1)) % (power(2, 127) - 1)
    if i % 4 == 0:
        print(i, a, b)
print(total, str(total) + str(total * total)[:40], [power(9, k) // power(4, k) for k in range(20, 30)])
values = [power(2, k) + power(3, k) for k in range(30, 60)]
print(sum(values), max(values) - min(values), sorted(values, key=lambda v: v % 1000003)[:3], values.index(power(2, 40) + power(3, 40)))
d = {power(10, k) + 1: power(10, 2 * k) for k in range(15, 35)}
print(len(d), d[power(10, 20) + 1], sum(d), sorted(d)[3])


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(power(6, 50) * 35, power(10, 40) * 21), gcd(power(2, 100) - 1, power(2, 60) - 1))
x = power(10, 50)
for _ in range(20):
    x = (x + power(10, 100) // x) // 2 + len(str(x) * 2)
print(x, int(str(x)[::1]) == x, -x, abs(-x) == x, x.to_bytes(25, "big"))
