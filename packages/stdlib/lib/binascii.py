# Bytes and their texts.

from ubinascii import crc32 as _crc32
import ubinascii


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes_of(data, text=False):
    if isinstance(data, str):
        if not text:
            raise TypeError("a bytes-like object is required, not 'str'")
        try:
            return data.encode("ascii") if data.isascii() else _not_ascii()
        except UnicodeError:
            _not_ascii()
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        if text:
            raise TypeError(
                "argument should be bytes, buffer or ASCII string, not %s" % repr(type(data).__name__)
            )
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)


def _not_ascii():
    raise ValueError("string argument should contain only ASCII characters")


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _bytes_of(data)
    text = ubinascii.hexlify(data)
    if sep is None or not bytes_per_sep or not data:
        return text
    if isinstance(sep, str):
        sep = sep.encode()
    if len(sep) != 1:
        raise ValueError("sep must be length 1.")
    step = 2 * abs(bytes_per_sep)
    first = len(text) % step if bytes_per_sep > 0 else 0
    parts = [text[:first]] if first else []
    parts.extend([text[at : at + step] for at in range(first, len(text), step)])
    return sep.join(parts)


b2a_hex = hexlify


def unhexlify(hexstr):
    data = _bytes_of(hexstr, True)
    if len(data) % 2:
        raise Error("Odd-length string")
    try:
        return ubinascii.unhexlify(data)
    except ValueError:
        raise Error("Non-hexadecimal digit found")


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    data = _bytes_of(data)
    text = ubinascii.b2a_base64(data)
    return text if newline else text[:-1]


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def a2b_base64(data, *, strict_mode=False):
    data = bytes(_bytes_of(data, True))
    # the usual text, whole groups of the alphabet and nothing else: upstream passes by everything else, which the length shows
    pads = 2 if data[-2:] == b"==" else 1 if data[-1:] == b"=" else 0
    if not len(data) % 4:
        try:
            usual = ubinascii.a2b_base64(data)
        except ValueError:
            usual = b""
        if len(usual) == len(data) // 4 * 3 - pads:
            return usual
    return _a2b_unusual(data, strict_mode)


def _a2b_unusual(data, strict_mode):
    if strict_mode and data[:1] == b"=":
        raise Error("Leading padding not allowed")
    kept = bytearray()
    padded = False
    pads = 0
    for at, byte in enumerate(data):
        over = len(kept) % 4
        if byte == 61:
            padded = True
            if over >= 2:
                pads += 1
                if over + pads >= 4:
                    if strict_mode and at + 1 < len(data):
                        raise Error("Excess data after padding")
                    kept.extend(b"=" * pads)
                    break
        elif byte not in _ALPHABET:
            if strict_mode:
                raise Error("Only base64 data is allowed")
        elif strict_mode and padded:
            raise Error("Discontinuous padding not allowed")
        else:
            kept.append(byte)
            pads = 0
    over = len(kept) % 4
    if over == 1:
        raise Error(
            "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4"
            % len(kept)
        )
    if over:
        raise Error("Incorrect padding")
    return ubinascii.a2b_base64(bytes(kept)) if kept else b""


def crc32(data, crc=0):
    return _crc32(_bytes_of(data), crc)


def crc_hqx(data, crc):
    crc &= 0xFFFF
    for byte in _bytes_of(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc
