import struct

for fmt, values in (
    ("<i", (5,)), (">i", (-5,)), ("!H", (258,)), ("=q", (-(2**63),)), ("<Q", (2**64 - 1,)), ("<bBhHiIlLqQ", (-1, 255, -2, 65535, -3, 7, -4, 8, -5, 9)),
    ("<3s5s", (b"ab", b"abcdefg")), ("<5p", (b"abc",)), ("<2c?", (b"a", b"b", True)), ("<f", (1.5,)), (">d", (3.14,)), ("<e", (1.5,)), ("<3h", (1, 2, 3)),
    ("<2xH", (1,)), ("hhl", (1, 2, 3)), ("@bi", (1, 2)), ("0s", (b"",)), ("< i h", (1, 2)), (">2H3x", (1, 2)), ("bq", (1, 2)), ("<0i", ()),
):
    data = struct.pack(fmt, *values)
    print(fmt, struct.calcsize(fmt), data, struct.unpack(fmt, data))
print("halves", [struct.pack("<e", v).hex() for v in (0.0, -0.0, 1.0, 65504.0, 6e-8, 6.1e-5, float("inf"), 0.1, -2.5, 1e-10)])
print("halves back", [struct.unpack("<e", bytes.fromhex(h))[0] for h in ("003c", "00fc", "ff7b", "0004", "ff03")])
print("nan", struct.unpack("<e", struct.pack("<e", float("nan")))[0], struct.unpack("<f", struct.pack("<f", float("inf"))))
print("float ints", struct.pack("<d", 3), struct.pack("<f", True))
print("iter", list(struct.iter_unpack("<hB", bytes(range(9)))))
print("from", struct.unpack_from("<H", b"abcdef", 2), struct.unpack_from("<H", bytearray(b"abcd"), -2), struct.unpack_from(">I", memoryview(b"\0\0\0\1")))
buffer = bytearray(8)
struct.pack_into("<HxB", buffer, 2, 513, 7)
struct.pack_into("<H", buffer, -2, 65535)
print("into", buffer)
s = struct.Struct(">Ih")
print("Struct", s.size, s.format, s.pack(1, 2), s.unpack(b"\0\0\0\1\0\2"), s.unpack_from(b"x\0\0\0\1\0\2", 1), list(s.iter_unpack(bytes(12))))
print("sizes", [struct.calcsize(f) for f in ("", "b", "h", "bh", "bi", "ib", "bd", "l", "<l", "P", "n", "3s", "10x", "b0i")])
print("bytes format", struct.pack(b"<h", 1), struct.calcsize(b"<2h"))


class Index:
    def __index__(self):
        return 7


print("index", struct.pack("<b", Index()), struct.pack("<?", []), struct.pack("<?", "x"))


def fails(name, do):
    try:
        print(name, do())
    except Exception as error:
        print(name, type(error).__name__, error)


fails("few", lambda: struct.pack("<2h", 1))
fails("many", lambda: struct.pack("<h", 1, 2))
fails("range", lambda: struct.pack("<b", 128))
fails("unsigned", lambda: struct.pack("<B", -1))
fails("short", lambda: struct.pack("<h", 40000))
fails("big short", lambda: struct.pack(">h", 40000))
fails("int", lambda: struct.pack("<i", 2**31))
fails("unsigned int", lambda: struct.pack("<I", -1))
fails("long", lambda: struct.pack("<q", 2**63))
fails("type", lambda: struct.pack("<i", "x"))
fails("float type", lambda: struct.pack("<i", 1.5))
fails("not float", lambda: struct.pack("<d", "x"))
fails("bytes", lambda: struct.pack("<3s", "abc"))
fails("char", lambda: struct.pack("<c", b"ab"))
fails("code", lambda: struct.pack("<z", 1))
fails("count", lambda: struct.calcsize("3"))
fails("native only", lambda: struct.calcsize("<n"))
fails("unpack", lambda: struct.unpack("<i", b"abc"))
fails("unpack_from", lambda: struct.unpack_from("<i", b"abcdef", 4))
fails("pack_into", lambda: struct.pack_into("<i", bytearray(4), 2, 1))
fails("iter", lambda: list(struct.iter_unpack("<i", b"abcde")))
fails("iter zero", lambda: struct.iter_unpack("", b""))
fails("text", lambda: struct.unpack("<i", "abcd"))
fails("float range", lambda: struct.pack("<f", 1e300))
fails("half range", lambda: struct.pack("<e", 1e10))
