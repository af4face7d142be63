import base64
import gzip
import io
import zlib

texts = [b"", b"a", b"hello hello hello hello", bytes(range(256)) * 4, b"x" * 100000, b"The quick brown fox. " * 500, bytes((n * n * 7 + n // 3) & 255 for n in range(2000)) * 20]
for text in texts:
    for level in (0, 1, 6, 9, -1):
        packed = zlib.compress(text, level)
        assert zlib.decompress(packed) == text, (len(text), level)
    print("round", len(text), len(zlib.compress(text)) <= len(text) + 20 + len(text) // 10, zlib.crc32(text), zlib.adler32(text))
print("small", len(zlib.compress(b"x" * 100000)) < 1000, zlib.compress(b"a" * 10)[:2], zlib.compress(b"a", 9)[:2], zlib.compress(b"a", 1)[:2])
# what CPython's zlib wrote, with a code of its own, and with the fixed one
DYNAMIC = (
    "78da1d92d911c4200c435b5109808d0d936a72f65fc23eef8727f84032529a9adaa1aefea91f72d9ab71686b3e32eaa1bce587c6d4be340f59e83a158c6e3d5b79"
    "285cdf52076501d393e0626beacc76c0faa03e27396777f524bcc0b7fa367a9c37b3d7a0061764fde14e162ff5af69003fd6e6fb69806fc39963d7512b750d7f34"
    "c0777847dce49c9dfabac0e0bc983f4f7a87e600e726c09f191aef92811ff05a4b19f841dd46c5a164de9c1ef8098ef162037f816fcb64e06f78ed1cf438b38fdd"
    "44960ea3346d2c56092fb0ef9397429da7797fe57f89e0767b884a10c327ba9748864a9e1785bf7a8ef0a71c9a3ed1d5afea96962ce0cfd22c9ec009ff52b37892"
    "752746cee259d8366d12a53906cd49b70c6e6c30d32890f49adf43f36f47e3ced5e9925863fe698a32c41bd5f753f472aa55f5454692a013e351c033923be13751"
    "26821671298a67c3138bff091eab0de2a40b8fd5cf13f752b6bfd954df5496f3257f367eccb2de7969722fe1f9013ba38d3d"
)
print("dynamic", zlib.decompress(bytes.fromhex(DYNAMIC)))
print("fixed", zlib.decompress(bytes.fromhex("78014bcbac484d5148432293f353528b016793089f")))
print("wbits", zlib.decompress(zlib.compress(b"raw data", wbits=-15), -15), zlib.decompress(zlib.compress(b"gzip data", wbits=31), 31), zlib.decompress(zlib.compress(b"auto"), 47))
print("stored", zlib.decompress(bytes.fromhex("7801010300fcff616263024d0127")))
print("checks", zlib.crc32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")), zlib.adler32(b"hello"), zlib.adler32(b"lo", zlib.adler32(b"hel")), zlib.crc32(b""), zlib.adler32(b""))
c = zlib.compressobj(6)
packed = c.compress(b"one ") + c.compress(b"two") + c.flush()
print("objects", zlib.decompress(packed))
d = zlib.decompressobj()
out = b"".join([d.decompress(packed[n : n + 1]) for n in range(len(packed))]) + d.flush()
print("by bytes", out, d.eof, d.unused_data)
d = zlib.decompressobj()
print("unused", d.decompress(packed + b"rest"), d.eof, d.unused_data)
d = zlib.decompressobj()
print("max", d.decompress(zlib.compress(b"abcdefgh"), 3), d.unconsumed_tail != b"")
g = gzip.compress(b"gzip me" * 10, mtime=0)
print("gzip", g[:4], gzip.decompress(g), gzip.decompress(g + gzip.compress(b"two")))
f = io.BytesIO()
with gzip.GzipFile(fileobj=f, mode="wb", mtime=0) as z:
    z.write(b"line 1\nline 2\n")
    z.write(b"end")
print("file", gzip.GzipFile(fileobj=io.BytesIO(f.getvalue())).read(), list(gzip.open(io.BytesIO(f.getvalue()), "rt")))


def fails(name, do):
    try:
        print(name, do())
    except Exception as error:
        print(name, type(error).__name__, error)


fails("garbage", lambda: zlib.decompress(b"garbage"))
fails("cut", lambda: zlib.decompress(zlib.compress(b"hello")[:-6]))
fails("check", lambda: zlib.decompress(zlib.compress(b"hello")[:-1] + b"\0"))
fails("block", lambda: zlib.decompress(b"\x07", -15))
fails("lengths", lambda: zlib.decompress(b"\x01\0\0\0\0", -15))
fails("distance", lambda: zlib.decompress(b"\x4b\x04\x02\x00", -15))
fails("text", lambda: zlib.compress("text"))
fails("level", lambda: zlib.compress(b"", 10))
fails("gzip head", lambda: gzip.decompress(b"nope"))
fails("gzip cut", lambda: gzip.decompress(gzip.compress(b"abc")[:-3]))
fails("empty", lambda: zlib.decompress(b""))
