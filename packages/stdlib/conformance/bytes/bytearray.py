a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a[0] = 65
print(a, len(a), bytes(a), a[1], a[1:3], list(a))
a += b"!!"
print(a, a == b"Abcdef!!", b"c" in a, a.find(b"d"))
c = bytearray(a)
c[1] = 90
print(a, c, a == c)
zero = bytearray(6)
for i in range(6):
    zero[i] = i * 40
print(zero)
view = memoryview(zero)
view[2] = 7
print(zero, view[3], len(view), bytes(view[1:4]))
part = view[2:5]
part[0] = 99
print(zero, bytes(part))
try:
    print(a[100])
except IndexError:
    print("IndexError")
total = bytearray()
for i in range(50):
    total.append(i)
    total.extend(bytes([i, 255 - i]))
print(len(total), sum(total), bytes(total[-6:]))
