edges = [2**k + d for k in (15, 29, 30, 31, 32, 47, 62, 63, 64) for d in (-1, 0, 1)]
for n in edges:
    print(n, -n, n * n, n // 3, n % 7, n >> 3, n ^ 0x55, n & 0xFFFF)
print(sum(edges), max(edges), min(edges), sorted(edges)[::1][:5])
print([n for n in edges if n % 2 == 0])
print(0x7FFFFFFF + 1, -0x80000000 - 1, 0x3FFFFFFF + 1, -0x40000000 - 1)
print(0xFFFFFFFF * 0xFFFFFFFF, 0x100000000 // 3, 0x100000000 % 10)
n = 1
for i in range(70):
    n = n * 2 + 1
print(n, n == 2**71 - 1)
while n > 0:
    n = n // 1000
print(n)
