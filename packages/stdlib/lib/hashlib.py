# Digests: see _hashes.py.

import _hashes

_NAMES = (
    "md5",
    "sha1",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "sha3_224",
    "sha3_256",
    "sha3_384",
    "sha3_512",
    "shake_128",
    "shake_256",
    "blake2b",
    "blake2s",
)
algorithms_guaranteed = set(_NAMES)
algorithms_available = set(_NAMES)


def _maker(kind):
    def make(string=b"", *, usedforsecurity=True):
        return kind(string)

    return make


md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256 = [
    _maker(getattr(_hashes, name)) for name in _NAMES[:12]
]
blake2b = _hashes.blake2b
blake2s = _hashes.blake2s
_kinds = dict(zip(_NAMES, (md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512)))
_kinds.update({"shake_128": shake_128, "shake_256": shake_256, "blake2b": blake2b, "blake2s": blake2s})


def new(name, data=b"", **options):
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    kind = _kinds.get(name.lower().replace("-", "_" if "3" in name[:4] else ""))
    if kind is None:
        raise ValueError("unsupported hash type " + name)
    return kind(data, **options)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    size = new(hash_name).digest_size
    if dklen is None:
        dklen = size
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    block = new(hash_name).block_size
    password = bytes(password)
    if len(password) > block:
        password = new(hash_name, password).digest()
    password += bytes(block - len(password))
    inner = new(hash_name, bytes([byte ^ 0x36 for byte in password]))
    outer = new(hash_name, bytes([byte ^ 0x5C for byte in password]))

    def once(message):
        first = inner.copy()
        first.update(message)
        second = outer.copy()
        second.update(first.digest())
        return second.digest()

    out = b""
    count = 0
    while len(out) < dklen:
        count += 1
        value = once(bytes(salt) + count.to_bytes(4, "big"))
        total = int.from_bytes(value, "big")
        for _ in range(iterations - 1):
            value = once(value)
            total ^= int.from_bytes(value, "big")
        out += total.to_bytes(size, "big")
    return out[:dklen]


def file_digest(fileobj, digest):
    found = new(digest) if isinstance(digest, str) else digest()
    while True:
        data = fileobj.read(65536)
        if not data:
            return found
        found.update(data)
