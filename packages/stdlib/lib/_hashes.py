# Digests. overlay/library/hashes.ts takes in whole blocks; state, constants and padding are here.

from _native import hash_blocks

_MD5, _SHA1, _SHA256, _SHA512, _KECCAK, _BLAKE2B, _BLAKE2S = range(7)

# The first 64 bits of the fractional parts of the cube roots of the first 80 primes: the constants of SHA-512; their upper halves are those of SHA-256.
_CUBE_ROOTS = (
    "428a2f98d728ae227137449123ef65cdb5c0fbcfec4d3b2fe9b5dba58189dbbc3956c25bf348b53859f111f1b605d019923f82a4af194f9bab1c5ed5da6d8118"
    "d807aa98a303024212835b0145706fbe243185be4ee4b28c550c7dc3d5ffb4e272be5d74f27b896f80deb1fe3b1696b19bdc06a725c71235c19bf174cf692694"
    "e49b69c19ef14ad2efbe4786384f25e30fc19dc68b8cd5b5240ca1cc77ac9c652de92c6f592b02754a7484aa6ea6e4835cb0a9dcbd41fbd476f988da831153b5"
    "983e5152ee66dfaba831c66d2db43210b00327c898fb213fbf597fc7beef0ee4c6e00bf33da88fc2d5a79147930aa72506ca6351e003826f142929670a0e6e70"
    "27b70a8546d22ffc2e1b21385c26c9264d2c6dfc5ac42aed53380d139d95b3df650a73548baf63de766a0abb3c77b2a881c2c92e47edaee692722c851482353b"
    "a2bfe8a14cf10364a81a664bbc423001c24b8b70d0f89791c76c51a30654be30d192e819d6ef5218d69906245565a910f40e35855771202a106aa07032bbd1b8"
    "19a4c116b8d2d0c81e376c085141ab532748774cdf8eeb9934b0bcb5e19b48a8391c0cb3c5c95a634ed8aa4ae3418acb5b9cca4f7763e373682e6ff3d6b2b8a3"
    "748f82ee5defb2fc78a5636f43172f6084c87814a1f0ab728cc702081a6439ec90befffa23631e28a4506cebde82bde9bef9a3f7b2c67915c67178f2e372532b"
    "ca273eceea26619cd186b8c721c0c207eada7dd6cde0eb1ef57d4f7fee6ed17806f067aa72176fba0a637dc5a2c898a6113f9804bef90dae1b710b35131c471b"
    "28db77f523047d8432caab7b40c724933c9ebe0a15c9bebc431d67c49c100d4c4cc5d4becb3e42b6597f299cfc657e2a5fcb6fab3ad6faec6c44198c4a475817"
)
# The same of the square roots of the first 8 primes, and of the next 8.
_SQUARE_ROOTS = (
    "6a09e667f3bcc908bb67ae8584caa73b3c6ef372fe94f82ba54ff53a5f1d36f1510e527fade682d19b05688c2b3e6c1f1f83d9abfb41bd6b5be0cd19137e2179"
)
_MORE_SQUARE_ROOTS = (
    "cbbb9d5dc1059ed8629a292a367cd5079159015a3070dd17152fecd8f70e593967332667ffc00b318eb44a8768581511db0c2e0d64f98fa747b5481dbefa4fa4"
)
_SHA224_START = "c1059ed8367cd5073070dd17f70e5939ffc00b316858151164f98fa7befa4fa4"
_KECCAK_ROUNDS = (
    "00000000000000010000000000008082800000000000808a8000000080008000000000000000808b000000008000000180000000800080818000000000008009"
    "000000000000008a00000000000000880000000080008009000000008000000a000000008000808b800000000000008b80000000000080898000000000008003"
    "80000000000080028000000000000080000000000000800a800000008000000a8000000080008081800000000000808000000000800000018000000080008008"
)
_SIGMA = (
    "0123456789abcdefea489fd61c02b753b8c052fdae3671947931dcbe265a40f8905724afe1bc683d"
    "2c6a0b834d75fe19c51fed4a0763928bdb7ec13950f4862a6fe9b308c2d714a5a2847615fb9e3cd0"
)


# The words of a hexadecimal text, turned so that their lowest byte comes first.
def _words(text, size):
    data = bytes.fromhex(text)
    return b"".join([bytes(reversed(data[at : at + size])) for at in range(0, len(data), size)])


def _upper_halves(text):
    return "".join([text[at : at + 8] for at in range(0, len(text), 16)])


_constants = {}


def _constants_of(kind):
    found = _constants.get(kind)
    if found is None:
        if kind == _MD5:
            from math import sin

            found = b"".join([int(abs(sin(n)) * 4294967296).to_bytes(4, "little") for n in range(1, 65)])
        elif kind == _SHA1:
            found = b""
        elif kind == _SHA256:
            found = _words(_upper_halves(_CUBE_ROOTS[:1024]), 4)
        elif kind == _SHA512:
            found = _words(_CUBE_ROOTS, 8)
        elif kind == _KECCAK:
            found = _words(_KECCAK_ROUNDS, 8)
        else:
            start = _words(_SQUARE_ROOTS, 8) if kind == _BLAKE2B else _words(_upper_halves(_SQUARE_ROOTS), 4)
            found = start + bytes([int(digit, 16) for digit in _SIGMA])
        _constants[kind] = found
    return found


def _start(data, size=96):
    return bytearray(data) + bytearray(size - len(data))


_MD5_START = bytes.fromhex("0123456789abcdeffedcba9876543210")


def _bytes_of(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("object supporting the buffer API required")


class _Hash:
    # Subclasses say: name, digest_size, block_size, _kind, _wide (bytes of the length), _order
    def __init__(self, data=b""):
        self._state = self._first()
        self._rest = b""
        self._length = 0
        if len(data):
            self.update(data)

    def update(self, data):
        data = _bytes_of(data)
        self._length += len(data)
        if self._rest:
            data = self._rest + bytes(data)
        used = hash_blocks(self._kind, self._state, data, 0, _constants_of(self._kind))
        self._rest = bytes(data[used:])

    def copy(self):
        other = self._blank()
        other._state = bytearray(self._state)
        other._rest = self._rest
        other._length = self._length
        return other

    def _blank(self):
        return type(self)()

    def digest(self):
        size = self.block_size
        order = self._order
        length_bytes = size // 8
        tail = self._rest + b"\x80"
        tail += bytes(-(len(tail) + length_bytes) % size) + (8 * self._length).to_bytes(length_bytes, order)
        state = bytearray(self._state)
        hash_blocks(self._kind, state, tail, 0, _constants_of(self._kind))
        word = self._word
        out = bytes(state[: -(-self.digest_size // word) * word])
        if order == "big":
            out = b"".join([bytes(reversed(out[at : at + word])) for at in range(0, len(out), word)])
        return out[: self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def __repr__(self):
        return "<%s _hashlib.HASH object @ 0x%x>" % (self.name, id(self))


class md5(_Hash):
    name = "md5"
    digest_size = 16
    block_size = 64
    _kind = _MD5
    _order = "little"
    _word = 4

    def _first(self):
        return _start(_MD5_START)


class sha1(_Hash):
    name = "sha1"
    digest_size = 20
    block_size = 64
    _kind = _SHA1
    _order = "big"
    _word = 4

    def _first(self):
        return _start(_MD5_START + b"\xf0\xe1\xd2\xc3")


class sha256(_Hash):
    name = "sha256"
    digest_size = 32
    block_size = 64
    _kind = _SHA256
    _order = "big"
    _word = 4

    def _first(self):
        return _start(_words(_upper_halves(_SQUARE_ROOTS), 4))


class sha224(sha256):
    name = "sha224"
    digest_size = 28

    def _first(self):
        return _start(_words(_SHA224_START, 4))


class sha512(_Hash):
    name = "sha512"
    digest_size = 64
    block_size = 128
    _kind = _SHA512
    _order = "big"
    _word = 8

    def _first(self):
        return _start(_words(_SQUARE_ROOTS, 8))


class sha384(sha512):
    name = "sha384"
    digest_size = 48

    def _first(self):
        return _start(_words(_MORE_SQUARE_ROOTS, 8))


class _Sponge(_Hash):
    _kind = _KECCAK
    _suffix = 6

    def _first(self):
        return bytearray(200) + bytearray(self.block_size.to_bytes(4, "little"))

    def _squeeze(self, length):
        size = self.block_size
        tail = bytearray(self._rest) + bytearray(size - len(self._rest))
        tail[len(self._rest)] |= self._suffix
        tail[-1] |= 0x80
        state = bytearray(self._state)
        out = b""
        while True:
            hash_blocks(_KECCAK, state, tail, 0, _constants_of(_KECCAK))
            out += bytes(state[:size])
            if len(out) >= length:
                return out[:length]
            tail = bytes(size)

    def digest(self):
        return self._squeeze(self.digest_size)


class sha3_224(_Sponge):
    name = "sha3_224"
    digest_size = 28
    block_size = 144


class sha3_256(_Sponge):
    name = "sha3_256"
    digest_size = 32
    block_size = 136


class sha3_384(_Sponge):
    name = "sha3_384"
    digest_size = 48
    block_size = 104


class sha3_512(_Sponge):
    name = "sha3_512"
    digest_size = 64
    block_size = 72


class _Shake(_Sponge):
    digest_size = 0
    _suffix = 0x1F

    def digest(self, length):
        return self._squeeze(length)

    def hexdigest(self, length):
        return self._squeeze(length).hex()


class shake_128(_Shake):
    name = "shake_128"
    block_size = 168


class shake_256(_Shake):
    name = "shake_256"
    block_size = 136


class _Blake(_Hash):
    def __init__(
        self,
        data=b"",
        *,
        digest_size=None,
        key=b"",
        salt=b"",
        person=b"",
        fanout=1,
        depth=1,
        leaf_size=0,
        node_offset=0,
        node_depth=0,
        inner_size=0,
        last_node=False,
        usedforsecurity=True
    ):
        most = self.MAX_DIGEST_SIZE
        if digest_size is None:
            digest_size = most
        if not 1 <= digest_size <= most:
            raise ValueError("digest_size for %s must be between 1 and %d bytes, here it is %d" % (self._label, most, digest_size))
        if len(salt) > self.SALT_SIZE:
            raise ValueError("maximum salt length is %d bytes" % self.SALT_SIZE)
        if len(person) > self.PERSON_SIZE:
            raise ValueError("maximum person length is %d bytes" % self.PERSON_SIZE)
        if len(key) > self.MAX_KEY_SIZE:
            raise ValueError("maximum key length is %d bytes" % self.MAX_KEY_SIZE)
        self.digest_size = digest_size
        word = self._word
        parameters = bytes([digest_size, len(key), fanout, depth]) + leaf_size.to_bytes(4, "little")
        parameters += node_offset.to_bytes(8 if word == 8 else 6, "little") + bytes([node_depth, inner_size])
        if word == 8:
            parameters += bytes(14)
        parameters += bytes(salt) + bytes(self.SALT_SIZE - len(salt)) + bytes(person) + bytes(self.PERSON_SIZE - len(person))
        start = _constants_of(self._kind)
        self._state = _start(bytes([a ^ b for a, b in zip(start, parameters)]))
        self._rest = bytes(key) + bytes(self.block_size - len(key)) if key else b""
        self._length = 0
        if len(data):
            self.update(data)

    # The last block is only known at the end, so one is always kept.
    def update(self, data):
        data = self._rest + bytes(_bytes_of(data))
        size = self.block_size
        whole = (len(data) - 1) // size * size if data else 0
        if whole > 0:
            hash_blocks(self._kind, self._state, data[:whole], 0, _constants_of(self._kind))
            data = data[whole:]
        self._rest = data

    def _blank(self):
        return type(self)(digest_size=self.digest_size)

    def digest(self):
        state = bytearray(self._state)
        rest = self._rest
        size = self.block_size
        # the state's eleventh word says how long the last block is
        state[10 * self._word : 10 * self._word + 2] = (len(rest) + 2 * size).to_bytes(2, "little")
        hash_blocks(self._kind, state, rest + bytes(size - len(rest)), 0, _constants_of(self._kind))
        return bytes(state[: self.digest_size])


class blake2b(_Blake):
    name = "blake2b"
    _label = "Blake2b"
    block_size = 128
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    _kind = _BLAKE2B
    _word = 8


class blake2s(_Blake):
    name = "blake2s"
    _label = "Blake2s"
    block_size = 64
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8
    _kind = _BLAKE2S
    _word = 4
