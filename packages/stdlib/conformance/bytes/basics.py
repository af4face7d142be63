b = b"hello world"
print(b, len(b), b[0], b[-1], b[0:5], b[6:], bytes([65, 66, 67]), bytes(3), bytes("text", "utf8"))
print(b.find(b"o"), b.count(b"l"), b.replace(b"l", b"L"), b.split(b" "), b.startswith(b"he"), b.upper())
print(b + b"!", b * 2, b"e" in b, 104 in b, b == b"hello world", b < b"world")
print(list(b[:4]), [hex(x) for x in b[:3]], sum(b), max(b), sorted(b)[:3])
print(bytes([0, 1, 127, 128, 255]), b"\x00\xff\n\t'\"", repr(b"it's"))
print(b"abc".decode(), b"\xe2\x82\xac".decode("utf-8"), "caf\u00e9".encode("utf-8"))
print(b",".join([b"a", b"b"]), b"  s ".strip())
for bad in ([256], [-1]):
    try:
        print(bytes(bad))
    except ValueError:
        print("ValueError", bad)
try:
    b[0] = 1
except TypeError:
    print("TypeError")
try:
    print(b"\xff\xfe".decode("utf-8"))
except UnicodeError:
    print("UnicodeError")
