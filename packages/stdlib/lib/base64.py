# Base16, Base32, Base64, Base85.

import binascii

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _bytes_of(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % type(data).__name__)


def _encodable(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(memoryview(data)) if not isinstance(data, bytes) else data


def _replace(data, old, new):
    return bytes(data).replace(old[:1], new[:1]).replace(old[1:], new[1:])


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return _replace(encoded, b"+/", bytes(altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes_of(s)
    if altchars is not None:
        altchars = _bytes_of(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = _replace(s, bytes(altchars), b"+/")
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(_replace(_bytes_of(s), b"-_", b"+/"))


def encodebytes(s):
    s = _encodable(s)
    return b"".join([binascii.b2a_base64(s[at : at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(_encodable(s))


def _b32_encode(s, alphabet):
    s = _encodable(s)
    out = bytearray()
    for at in range(0, len(s), 5):
        part = s[at : at + 5]
        value = int.from_bytes(part + bytes(5 - len(part)), "big")
        digits = bytearray([alphabet[value >> shift & 31] for shift in range(35, -1, -5)])
        if len(part) < 5:
            used = -(-8 * len(part) // 5)
            digits[used:] = b"=" * (8 - used)
        out.extend(digits)
    return bytes(out)


def _b32_decode(s, alphabet, casefold, map01):
    s = bytes(_bytes_of(s))
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.replace(b"0", b"O").replace(b"1", bytes(_bytes_of(map01)))
    if casefold:
        s = s.upper()
    data = s.rstrip(b"=")
    pads = len(s) - len(data)
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    out = bytearray()
    for at in range(0, len(data), 8):
        part = data[at : at + 8]
        value = 0
        for byte in part:
            digit = alphabet.find(bytes([byte]))
            if digit < 0:
                raise binascii.Error("Non-base32 digit found")
            value = value << 5 | digit
        value <<= 5 * (8 - len(part))
        out.extend(value.to_bytes(5, "big")[: 5 * len(part) // 8])
    return bytes(out)


def b32encode(s):
    return _b32_encode(s, _B32)


def b32decode(s, casefold=False, map01=None):
    return _b32_decode(s, _B32, casefold, map01)


def b32hexencode(s):
    return _b32_encode(s, _B32HEX)


def b32hexdecode(s, casefold=False):
    return _b32_decode(s, _B32HEX, casefold, None)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = bytes(_bytes_of(s))
    if casefold:
        s = s.upper()
    for byte in s:
        if byte not in b"0123456789ABCDEF":
            raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _encode85(data, alphabet, pad, zeros=None, spaces=None):
    data = bytes(memoryview(data))
    padding = -len(data) % 4
    padded = data + bytes(padding)
    out = []
    for at in range(0, len(padded), 4):
        word = int.from_bytes(padded[at : at + 4], "big")
        if zeros is not None and word == 0:
            out.append(zeros)
        elif spaces is not None and word == 0x20202020:
            out.append(spaces)
        else:
            digits = bytearray(5)
            for place in range(4, -1, -1):
                digits[place] = alphabet[word % 85]
                word //= 85
            out.append(bytes(digits))
    if padding and not pad:
        if out[-1] == zeros:
            out[-1] = bytes([alphabet[0]]) * 5
        out[-1] = out[-1][:-padding]
    return b"".join(out)


def b85encode(b, pad=False):
    return _encode85(b, _B85, pad)


def b85decode(b):
    b = bytes(_bytes_of(b))
    padding = -len(b) % 5
    b += b"~" * padding
    out = []
    for at in range(0, len(b), 5):
        word = 0
        for place in range(5):
            digit = _B85.find(b[at + place : at + place + 1])
            if digit < 0:
                raise ValueError("bad base85 character at position %d" % (at + place))
            word = word * 85 + digit
        if word > 0xFFFFFFFF:
            raise ValueError("base85 overflow in hunk starting at byte %d" % at)
        out.append(word.to_bytes(4, "big"))
    data = b"".join(out)
    return data[:-padding] if padding else data


_A85 = bytes(range(33, 118))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode85(b, _A85, pad, b"z", b"y" if foldspaces else None)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[at : at + wrapcol] for at in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = bytes(_bytes_of(b))
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with %r" % b"~>")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out = bytearray()
    digits = []

    def flush():
        word = 0
        for digit in digits:
            word = word * 85 + digit
        if word > 0xFFFFFFFF:
            raise ValueError("Ascii85 overflow")
        digits.clear()
        return word.to_bytes(4, "big")

    for byte in b:
        if 33 <= byte <= 117:
            digits.append(byte - 33)
            if len(digits) == 5:
                out.extend(flush())
        elif byte == 122:
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            out.extend(bytes(4))
        elif foldspaces and byte == 121:
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            out.extend(b"    ")
        elif byte not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % byte)
    if digits:
        padding = 5 - len(digits)
        digits.extend([84] * padding)
        out.extend(flush()[: 4 - padding])
    return bytes(out)
