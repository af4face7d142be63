a = list(range(12))
print(a[2:7], a[:4], a[8:], a[-5:-2], a[4:4], a[9:3], a[-100:100], a[:-1], a[-1:])
b = a[:]
b[2:5] = ["x"]
print(b)
b[0:0] = [-3, -2, -1]
print(b)
b[len(b) :] = ["end"]
print(b)
b[1:-1] = []
print(b)
b[:] = list(range(5))
print(b)
b[1:2] = list("hello")
print(b)
del b[:3]
print(b)
del b[2:]
print(b)
c = [1, 2, 3]
d = c
d[:] = [9]
print(c, d is c)
d = d + [1]
print(c, d)
t = tuple(a)
print(t[3:6], t[-2:], t[:0], "abcdef"[1:4], b"abcdef"[1:4])
for i in range(-4, 5):
    print(i, a[i:], a[:i])
