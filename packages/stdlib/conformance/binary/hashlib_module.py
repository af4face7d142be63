import hashlib
import hmac

NAMES = "md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 blake2b blake2s".split()
for name in NAMES:
    h = hashlib.new(name)
    print(name, h.digest_size, h.block_size, h.name, h.hexdigest())
    for length in (1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 136, 144, 1000):
        print(name, length, hashlib.new(name, bytes(n & 255 for n in range(length))).hexdigest()[:24])
for name in ("shake_128", "shake_256"):
    print(name, hashlib.new(name, b"abc").hexdigest(20), hashlib.new(name, b"x" * 500).hexdigest(200)[-16:])
h = hashlib.sha256()
for _ in range(10):
    h.update(b"hello world, " * 7)
c = h.copy()
c.update(b"more")
print("update", h.hexdigest(), c.hexdigest(), h.digest() == hashlib.sha256(b"hello world, " * 70).digest())
print("bytearray", hashlib.md5(bytearray(b"abc")).hexdigest(), hashlib.sha1(memoryview(b"abc")).hexdigest())
print("security", hashlib.md5(b"a", usedforsecurity=False).hexdigest())
print("blake", hashlib.blake2b(b"abc", digest_size=16).hexdigest(), hashlib.blake2s(b"abc", key=b"secret").hexdigest())
print("blake person", hashlib.blake2b(b"x", salt=b"salt", person=b"me", digest_size=20).hexdigest())
print("blake tree", hashlib.blake2s(b"x", fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=1, inner_size=32).hexdigest())
k = hashlib.blake2b(key=b"k" * 64)
k.update(b"y" * 300)
print("blake key", k.hexdigest()[:32], k.copy().hexdigest()[:8])
print("pbkdf2", hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 2, 50).hex())
print("hmac", hmac.new(b"key", b"message", hashlib.sha256).hexdigest(), hmac.new(b"k" * 200, b"m", "md5").hexdigest())
m = hmac.new(b"key", digestmod="sha512")
m.update(b"a")
m2 = m.copy()
m.update(b"b")
print("hmac parts", m.hexdigest() == hmac.new(b"key", b"ab", "sha512").hexdigest(), m2.digest().hex()[:16], m.name, m.digest_size, m.block_size)
print("hmac digest", hmac.digest(b"key", b"msg", "sha1").hex())
print("compare", hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"abc", b"abd"), hmac.compare_digest(b"a", b"ab"))
print("guaranteed", sorted(set(NAMES) - hashlib.algorithms_guaranteed), "md5" in hashlib.algorithms_available)


def fails(name, do):
    try:
        print(name, do())
    except Exception as error:
        print(name, type(error).__name__, error)


fails("text", lambda: hashlib.sha256("abc"))
fails("unknown", lambda: hashlib.new("nope"))
fails("digestmod", lambda: hmac.new(b"k", b"m"))
fails("key", lambda: hmac.new("k", b"m", "md5"))
fails("compare types", lambda: hmac.compare_digest("a", b"a"))
