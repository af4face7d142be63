# What builtins do that few programs ask for; the overlay calls it.


def until(function, sentinel):
    while True:
        value = function()
        if value == sentinel:
            return
        yield value


def range_of_large(*args):
    from _ranges import make

    return make(*args)


def zip_strict(*iterables):
    iterators = [iter(it) for it in iterables]
    if not iterators:
        return
    end = []
    while True:
        row = []
        for at, iterator in enumerate(iterators):
            value = next(iterator, end)
            if value is end:
                if at:
                    raise ValueError("zip() argument %d is shorter than argument%s" % (at + 1, _before(at)))
                for later, other in enumerate(iterators[1:], 1):
                    if next(other, end) is not end:
                        raise ValueError("zip() argument %d is longer than argument%s" % (later + 1, _before(later)))
                return
            row.append(value)
        yield tuple(row)


def _before(at):
    return " 1" if at == 1 else "s 1-%d" % at


# format() of a complex: the two numbers, then what fills the field.
def format_complex(value, spec):
    head = ""
    if len(spec) > 1 and spec[1] in "<>=^":
        head, spec = spec[:2], spec[2:]
    elif spec[:1] in ("<", ">", "=", "^"):
        head, spec = spec[:1], spec[1:]
    if head[-1:] == "=":
        raise ValueError("'=' alignment flag is not allowed in complex format specifier")
    sign = spec[:1] if spec[:1] in ("+", "-", " ") else ""
    spec = spec[len(sign) :]
    if spec[:1] == "0":
        raise ValueError("Zero padding is not allowed in complex format specifier")
    width = ""
    while spec and spec[0].isdigit():
        width, spec = width + spec[0], spec[1:]
    # without a type it looks as str(value) does
    plain = not spec or spec[-1] not in "eEfFgGn%"
    kind = spec + "g" if plain and "." in spec else spec
    real, imag = format(value.real, sign + kind), format(value.imag, "+" + kind)
    if not kind:
        real, imag = (number[:-2] if number[-2:] == ".0" else number for number in (real, imag))
        text = imag.lstrip("+") + "j" if not value.real else "(%s%sj)" % (real, imag)
    else:
        text = "(%s%sj)" % (real, imag) if plain else "%s%sj" % (real, imag)
    return format(text, (head or ">") + width) if width else text


_NAMES = {
    "utf8": "utf-8",
    "u8": "utf-8",
    "utf_8": "utf-8",
    "cp65001": "utf-8",
    "latin1": "latin-1",
    "latin_1": "latin-1",
    "l1": "latin-1",
    "iso-8859-1": "latin-1",
    "iso8859-1": "latin-1",
    "us-ascii": "ascii",
    "646": "ascii",
    "utf16": "utf-16",
    "utf_16": "utf-16",
    "utf_16_le": "utf-16-le",
    "utf_16_be": "utf-16-be",
    "utf32": "utf-32",
    "utf_32": "utf-32",
    "utf-8-sig": "utf-8-sig",
    "utf_8_sig": "utf-8-sig",
}
_WIDE = {
    "utf-16": (2, "little", True),
    "utf-16-le": (2, "little", False),
    "utf-16-be": (2, "big", False),
    "utf-32": (4, "little", True),
    "utf-32-le": (4, "little", False),
    "utf-32-be": (4, "big", False),
}


# Encodings whose tables are not here: what they have in common with ASCII is all that they do.
_ASCII_ONLY = "cp1250 cp1251 cp1252 cp437 cp850 cp866 cp932 cp949 shift-jis sjis euc-jp euc-kr gb2312 gbk gb18030 big5 koi8-r koi8-u iso-8859-2 iso-8859-5 iso-8859-15 windows-1251 windows-1252 mac-roman".split()


def _codec(name):
    name = name.lower().replace(" ", "-")
    name = _NAMES.get(name, name)
    if name.replace("_", "-") in _ASCII_ONLY:
        return "ascii"
    if name not in ("utf-8", "ascii", "latin-1", "utf-8-sig") and name not in _WIDE:
        raise LookupError("unknown encoding: " + name)
    return name


def encode(text, encoding, errors):
    codec = _codec(encoding)
    if codec == "utf-8":
        return text.encode()
    if codec == "utf-8-sig":
        return b"\xef\xbb\xbf" + text.encode()
    out = bytearray()
    if codec in _WIDE:
        width, order, mark = _WIDE[codec]
        for code in ([0xFEFF] if mark else []) + [ord(c) for c in text]:
            if width == 2 and code > 0xFFFF:
                code -= 0x10000
                out.extend((0xD800 + (code >> 10)).to_bytes(2, order))
                code = 0xDC00 + (code & 0x3FF)
            out.extend(code.to_bytes(width, order))
        return bytes(out)
    most = 128 if codec == "ascii" else 256
    for at, character in enumerate(text):
        code = ord(character)
        if code < most:
            out.append(code)
        elif errors == "replace":
            out.append(63)
        elif errors == "xmlcharrefreplace":
            out.extend(("&#%d;" % code).encode())
        elif errors == "backslashreplace":
            out.extend(ascii(character)[1:-1].encode())
        elif errors != "ignore":
            end = at + 1
            while end < len(text) and ord(text[end]) >= most:
                end += 1
            raise UnicodeEncodeError(codec, text, at, end, "ordinal not in range(%d)" % most)
    return bytes(out)


def decode(data, encoding, errors):
    codec = _codec(encoding)
    data = bytes(data)
    if codec == "utf-8-sig":
        return decode(data[3:] if data[:3] == b"\xef\xbb\xbf" else data, "utf-8", errors)
    if codec == "latin-1":
        return "".join([chr(byte) for byte in data])
    if codec in _WIDE:
        width, order, mark = _WIDE[codec]
        units = [int.from_bytes(data[at : at + width], order) for at in range(0, len(data), width)]
        if mark and units and units[0] == 0xFEFF:
            units = units[1:]
        out = []
        high = 0
        for unit in units:
            if width == 2 and 0xD800 <= unit < 0xDC00:
                high = unit
                continue
            if high and 0xDC00 <= unit < 0xE000:
                unit = 0x10000 + ((high - 0xD800) << 10) + unit - 0xDC00
            high = 0
            out.append(chr(unit))
        return "".join(out)
    out = []
    at = 0
    while at < len(data):
        width, reason = (1, "ordinal not in range(128)" if data[at] > 127 else None) if codec == "ascii" else _sequence(data, at)
        if reason is None:
            out.append(str(data[at : at + width], "utf-8"))
        elif errors == "replace":
            out.append("\ufffd")
        elif errors == "backslashreplace":
            out.append("".join(["\\x%02x" % byte for byte in data[at : at + width]]))
        elif errors != "ignore":
            raise UnicodeDecodeError(codec, data, at, at + width, reason)
        at += width
    return "".join(out)


def _sequence(data, at):
    """How many bytes a character has, and what is wrong with it."""
    first = data[at]
    if first < 0x80:
        return 1, None
    if first < 0xC2 or first > 0xF4:
        return 1, "invalid start byte"
    width = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
    low = 0xA0 if first == 0xE0 else 0x90 if first == 0xF0 else 0x80
    high = 0x9F if first == 0xED else 0x8F if first == 0xF4 else 0xBF
    for more in range(1, width):
        if at + more >= len(data):
            return more, "unexpected end of data"
        if not low <= data[at + more] <= high:
            return more, "invalid continuation byte"
        low, high = 0x80, 0xBF
    return width, None


def _bits(number):
    return len(bin(number)) - 2 if number else 0


# a / b of ints of any size, rounded once: half to even.
def divide(a, b, too_large="integer division result too large for a float"):
    if not a:
        return 0.0
    negative = (a < 0) != (b < 0)
    a = abs(a)
    b = abs(b)
    # 55 bits of the quotient at least, and none below the smallest float
    shift = max(_bits(a) - _bits(b) - 55, -1076)
    quotient, rest = divmod(a, b << shift) if shift > 0 else divmod(a << -shift, b)
    extra = max(_bits(quotient) - 53, -1074 - shift)
    if extra > 0:
        low = quotient & ((1 << extra) - 1)
        half = 1 << (extra - 1)
        quotient >>= extra
        shift += extra
        if low > half or (low == half and (rest or quotient & 1)):
            quotient += 1
    if _bits(quotient) + shift > 1024:
        raise OverflowError(too_large)
    # the quotient has 53 bits at most, and each half of the power is a float
    value = float(quotient) * 2.0 ** (shift // 2) * 2.0 ** (shift - shift // 2)
    return -value if negative else value


def to_float(number):
    return divide(number, 1, "int too large to convert to float")


# pow(base, exponent, modulus) of ints.
def power(base, exponent, modulus):
    if not modulus:
        raise ValueError("pow() 3rd argument cannot be 0")
    size = abs(modulus)
    base %= size
    if exponent < 0:
        base = _inverse(base, size)
        exponent = -exponent
    result = 1 % size
    while exponent:
        if exponent & 1:
            result = result * base % size
        base = base * base % size
        exponent >>= 1
    return result + modulus if modulus < 0 and result else result


def _inverse(number, modulus):
    a, b = number, modulus
    x, y = 1, 0
    while b:
        quotient = a // b
        a, b = b, a - quotient * b
        x, y = y, x - quotient * y
    if a != 1:
        raise ValueError("base is not invertible for the given modulus")
    return x % modulus
