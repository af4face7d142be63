def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
        i += 1
    return [i for i, prime in enumerate(flags) if prime]


def factors(n):
    found = []
    p = 2
    while p * p <= n:
        while n % p == 0:
            found.append(p)
            n //= p
        p += 1
    if n > 1:
        found.append(n)
    return found


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


primes = sieve(200)
print(len(primes), primes)
for n in (12, 97, 360, 1001, 65536, 99991, 123456):
    print(n, factors(n))
for a, b in ((12, 18), (17, 5), (100, 75), (0, 9)):
    print(a, b, gcd(a, b))
print([n for n in range(2, 60) if pow(2, n, n) == 2 % n])
