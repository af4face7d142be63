# Byte strings, arrays and views over memory that moves and grows.
from array import array

blob = bytearray()
for i in range(80):
    blob.extend(("chunk%d;" % i).encode())
    if i % 20 == 19:
        print(len(blob), bytes(blob[-9:]))
view = memoryview(blob)
pieces = [bytes(view[i : i + 7]) + b"." for i in range(0, 140, 7)]
print(pieces, len([str(p) for p in pieces]))
part = view[10:20]
garbage = [bytes([i % 256]) * 50 for i in range(100)]
print(bytes(part), part[0], len(part))
a = array("i", [])
for i in range(100):
    a.append(i * i)
    if i % 25 == 24:
        print(len(a), sum(a), a[-1])
b = array("d", (x / 4 for x in a[:10])) if False else array("d", [x / 4 for x in list(a)[:10]])
print(list(b), list(a)[95:])
parts = bytes(blob).split(b";")
print(len(parts), parts[7], parts[-2], b",".join(parts[:5]))
table = {bytes([i, i + 1]): bytearray([i] * 3) for i in range(30)}
print(len(table), table[b"\x05\x06"], sorted(table)[:3])
out = b""
for k in sorted(table):
    out += k + bytes(table[k]) + str(len(out)).encode()
print(len(out), out[:60])
print([list(bytearray(text.encode())) for text in ("abc", "\u20ac", "")])
