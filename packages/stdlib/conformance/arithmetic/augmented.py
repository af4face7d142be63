x = 10
x += 5
print(x)
x -= 3
print(x)
x *= 4
print(x)
x //= 5
print(x)
x %= 6
print(x)
x **= 5
print(x)
x <<= 3
print(x)
x >>= 2
print(x)
x &= 0xFFF
print(x)
x |= 0x1000
print(x)
x ^= 0x0F0F
print(x)
x /= 4
print(x)
a = b = [1]
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b, a is b)
t = (1, 2)
t += (3,)
print(t)
s = "ab"
s *= 3
s += "!"
print(s)
d = {"n": 1}
d["n"] += 41
print(d["n"])
