for a in (7, -7, 0, 13, -13):
    for b in (2, -2, 3, -3, 5):
        print(a, b, a // b, a % b, divmod(a, b), a * b, a + b, a - b)
print(1 << 10, -1 << 5, 1024 >> 3, -1 >> 3, -17 >> 2)
print(6 & 3, 6 | 3, 6 ^ 3, ~6, -6 & 3, -6 | 3, -6 ^ 3)
print(2**10, (-2) ** 3, 5**0, 0**0, pow(3, 4), pow(3, 4, 5))
print(abs(-5), abs(5), -(-5), +5, int(3.9), int(-3.9), round(2.4), round(2.6))
print(bool(0), bool(1), True + True, True * 5, False == 0, not 3)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 == 1.0, 1 != 2)
