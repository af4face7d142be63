# Keyed hashing.

import hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod="", _copied=None):
        if _copied is not None:
            self._inner = _copied._inner.copy()
            self._outer = _copied._outer
            self.block_size = _copied.block_size
            self.digest_size = _copied.digest_size
            self.name = _copied.name
            return
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        if callable(digestmod):
            make = digestmod
        elif isinstance(digestmod, str):
            make = lambda data=b"": hashlib.new(digestmod, data)
        else:
            make = digestmod.new
        inner = make()
        block = getattr(inner, "block_size", 64)
        key = bytes(key)
        if len(key) > block:
            key = make(key).digest()
        key += bytes(block - len(key))
        inner.update(bytes([byte ^ 0x36 for byte in key]))
        outer = make()
        outer.update(bytes([byte ^ 0x5C for byte in key]))
        self._inner = inner
        self._outer = outer
        self.block_size = block
        self.digest_size = inner.digest_size
        self.name = "hmac-" + inner.name
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        return HMAC(b"", _copied=self)

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


# Takes as long wherever the first difference is.
def compare_digest(a, b):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        a, b = a.encode(), b.encode()
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if len(a) != len(b):
        return False
    different = 0
    for x, y in zip(a, b):
        different |= x ^ y
    return different == 0
