# Compression: overlay/library/inflate.ts and overlay/library/deflate.ts do the work.

from _native import adler32 as _adler32, deflate as _deflate, inflate as _inflate
from ubinascii import crc32 as _crc32

MAX_WBITS = 15
DEFLATED = 8
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.2.13"

_FAULTS = (
    None,
    None,
    "invalid block type",
    "invalid stored block lengths",
    "invalid code lengths set",
    "invalid distance code",
    "invalid distance too far back",
)


class error(Exception):
    pass


def _bytes_of(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(memoryview(data))


def adler32(data, value=1):
    state = bytearray((value & 0xFFFFFFFF).to_bytes(4, "little"))
    _adler32(_bytes_of(data), state)
    return int.from_bytes(state, "little")


def crc32(data, value=0):
    return _crc32(_bytes_of(data), value & 0xFFFFFFFF)


def _level(level):
    if not -1 <= level <= 9:
        raise error("Bad compression level")
    return 6 if level == -1 else level


def _head(level, wbits):
    if wbits < 0:
        return b""
    if wbits > 15:
        return b"\x1f\x8b\x08\0\0\0\0\0" + (b"\x02" if level == 9 else b"\x04" if level == 1 else b"\0") + b"\x03"
    first = 8 | (max(wbits, 8) - 8) << 4
    second = (0 if level < 2 else 1 if level < 6 else 2 if level == 6 else 3) << 6
    return bytes([first, second + (31 - (first * 256 + second) % 31) % 31])


def _tail(data, wbits):
    if wbits < 0:
        return b""
    if wbits > 15:
        return crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return adler32(data).to_bytes(4, "big")


def compress(data, level=-1, wbits=15):
    data = _bytes_of(data)
    level = _level(level)
    return _head(level, wbits) + _deflate(data, level) + _tail(data, wbits)


# Where the compressed data begin; None where the head is not all there.
def _skip_head(data, wbits):
    if wbits < 0:
        return 0
    if wbits > 15 and (data[:2] == b"\x1f\x8b"[: len(data)] or wbits < 40):
        if len(data) < 10:
            if data and data[:2] != b"\x1f\x8b"[: len(data)]:
                raise error("Error -3 while decompressing data: incorrect header check")
            return None
        if data[:2] != b"\x1f\x8b":
            raise error("Error -3 while decompressing data: incorrect header check")
        if data[2] != 8:
            raise error("Error -3 while decompressing data: unknown compression method")
        flags = data[3]
        at = 10
        if flags & 4:
            if len(data) < at + 2:
                return None
            at += 2 + data[at] + 256 * data[at + 1]
        for flag in (8, 16):
            if flags & flag:
                at = data.find(b"\0", at) + 1
                if not at:
                    return None
        if flags & 2:
            at += 2
        return at if at <= len(data) else None
    if len(data) < 2:
        return None
    if (data[0] * 256 + data[1]) % 31:
        raise error("Error -3 while decompressing data: incorrect header check")
    if data[0] & 15 != 8:
        raise error("Error -3 while decompressing data: unknown compression method")
    if (data[0] >> 4) + 8 > 15:
        raise error("Error -3 while decompressing data: invalid window size")
    if data[1] & 32:
        raise error("Error 2 while decompressing data")
    return 2


# What is compressed in `data`, and where it ends with its check; the end is None where more is to come.
def _open(data, wbits, limit=0):
    start = _skip_head(data, wbits)
    if start is None:
        return b"", None
    found = _inflate(data, start, limit)
    if len(found) == 3:
        if found[0] == 1:
            return found[1], None
        raise error("Error -3 while decompressing data: " + _FAULTS[found[0]])
    out, end = found
    if limit and len(out) >= limit:
        return out, None
    if wbits < 0:
        return out, end
    is_gzip = wbits > 15 and data[:2] == b"\x1f\x8b"
    size = 8 if is_gzip else 4
    if len(data) < end + size:
        return out, None
    if is_gzip:
        if int.from_bytes(data[end : end + 4], "little") != crc32(out):
            raise error("Error -3 while decompressing data: incorrect data check")
        if int.from_bytes(data[end + 4 : end + 8], "little") != len(out) & 0xFFFFFFFF:
            raise error("Error -3 while decompressing data: incorrect length check")
    elif int.from_bytes(data[end : end + 4], "big") != adler32(out):
        raise error("Error -3 while decompressing data: incorrect data check")
    return out, end + size


def decompress(data, wbits=15, bufsize=DEF_BUF_SIZE):
    out, end = _open(_bytes_of(data), wbits)
    if end is None:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return out


class _Compress:
    def __init__(self, level, wbits):
        self._compressor_level = _level(level)
        self._wbits = wbits
        self._data = bytearray()
        self._finished = False

    def compress(self, data):
        self._data.extend(_bytes_of(data))
        return b""

    # All is written at the end: what is flushed before that comes with it.
    def flush(self, mode=Z_FINISH):
        if mode != Z_FINISH or self._finished:
            return b""
        self._finished = True
        return compress(bytes(self._data), self._compressor_level, self._wbits)

    def copy(self):
        other = _Compress(self._compressor_level, self._wbits)
        other._data = bytearray(self._data)
        return other


def compressobj(level=-1, method=DEFLATED, wbits=15, memLevel=8, strategy=0, zdict=None):
    return _Compress(level, wbits)


class _Decompress:
    def __init__(self, wbits):
        self._wbits = wbits
        self._data = b""
        self._given = 0
        self.unused_data = b""
        self.unconsumed_tail = b""
        self.eof = False

    def decompress(self, data, max_length=0):
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        data = bytes(_bytes_of(data))
        if self.eof:
            self.unused_data += data
            return b""
        if self.unconsumed_tail and data.startswith(self.unconsumed_tail):
            data = data[len(self.unconsumed_tail) :]
        self._data += data
        out, end = _open(self._data, self._wbits)
        new = out[self._given :]
        self.unconsumed_tail = b""
        if max_length and len(new) > max_length:
            new = new[:max_length]
            self._given += max_length
            # a byte that stands for what is held back
            self.unconsumed_tail = self._data[-1:]
            return new
        self._given = len(out)
        if end is not None:
            self.eof = True
            self.unused_data = self._data[end:]
        return new

    def flush(self, length=DEF_BUF_SIZE):
        if self.eof:
            return b""
        return self.decompress(b"")

    def copy(self):
        other = _Decompress(self._wbits)
        other.__dict__.update(self.__dict__)
        return other


def decompressobj(wbits=15, zdict=b""):
    return _Decompress(wbits)
