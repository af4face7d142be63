def modpow(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def inverse(a, m):
    r0, r1, s0, s1 = a, m, 1, 0
    while r1:
        q = r0 // r1
        r0, r1 = r1, r0 - q * r1
        s0, s1 = s1, s0 - q * s1
    return s0 % m


p = 2**61 - 1
q = 2**31 - 1
print(modpow(3, p - 1, p), modpow(3, 10**12, p), inverse(12345, p))
n = p * q
phi = (p - 1) * (q - 1)
e = 65537
d = inverse(e, phi)
for message in (2, 42, 123456789, 2**80 + 5):
    cipher = modpow(message, e, n)
    print(message, cipher, modpow(cipher, d, n) == message % n)
print((d * e) % phi)
