# Binary data as tuples.

from ustruct import pack_into as _native_pack_into

_SIZES = {
    "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1,
    "n": 8, "N": 8, "P": 8,
}  # fmt: skip
_INTEGERS = "bBhHiIlLqQnNP"
_NAMES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


class error(Exception):
    pass


def _prefix(format):
    return format[0] if format and format[0] in "@=<>!" else "@"


# (code, count, offset, size of one) of each item, how long all is, how many values.
def _layout(format):
    if isinstance(format, (bytes, bytearray)):
        format = bytes(format).decode("latin-1")
    if not isinstance(format, str):
        raise TypeError("Struct() argument 1 must be a str or bytes object, not %s" % type(format).__name__)
    found = _layouts.get(format)
    if found is not None:
        return found
    prefix = _prefix(format)
    native = prefix == "@"
    text = format[1:] if format and format[0] in "@=<>!" else format
    items = []
    offset = values = 0
    at = 0
    while at < len(text):
        char = text[at]
        if char in " \t\n\r\v\f":
            at += 1
            continue
        count = 1
        if char.isdigit():
            start = at
            while at < len(text) and text[at].isdigit():
                at += 1
            count = int(text[start:at])
            if at >= len(text):
                raise error("repeat count given without format specifier")
            char = text[at]
        at += 1
        if char not in _SIZES or (not native and char in "nNP"):
            raise error("bad char in struct format")
        size = 8 if native and char in "lL" else _SIZES[char]
        if native:
            offset = -(-offset // size) * size
        if count > 0x7FFFFFFF or offset + size * count > 0x7FFFFFFF:
            raise error("total struct size too long")
        items.append((char, count, offset, size))
        offset += size * count
        if char in "sp":
            values += 1
        elif char != "x":
            values += count
    found = ("big" if prefix in ">!" else "little", items, offset, values)
    if len(_layouts) >= 100:
        _layouts.clear()
    _layouts[format] = found
    return found


_layouts = {}


def calcsize(format):
    return _layout(format)[2]


def _half_to_float(bits):
    sign = -1.0 if bits & 0x8000 else 1.0
    exponent = bits >> 10 & 31
    fraction = bits & 0x3FF
    if exponent == 31:
        return sign * float("inf") if not fraction else float("nan")
    if not exponent:
        return sign * fraction * 2.0**-24
    return sign * (1024 + fraction) * 2.0 ** (exponent - 25)


def _float_to_half(value):
    if value != value:
        return 0x7E00
    sign = 0
    if value < 0 or (value == 0 and str(value)[0] == "-"):
        sign = 0x8000
        value = -value
    if value == float("inf"):
        return sign | 0x7C00
    if value >= 65520.0:
        raise OverflowError("float too large to pack with e format")
    exponent = 0
    if value < 2.0**-14:
        scaled = value * 2.0**24
    else:
        exponent = 1
        while value >= 2.0 ** (exponent - 14):
            exponent += 1
        scaled = value * 2.0 ** (25 - exponent) - 1024
    whole = int(scaled)
    rest = scaled - whole
    if rest > 0.5 or (rest == 0.5 and whole & 1):
        whole += 1
    return sign | (exponent << 10) + whole


def _integer(value):
    if isinstance(value, (int, bool)):
        return value
    if hasattr(value, "__index__"):
        return value.__index__()
    raise error("required argument is not an integer")


def _put(buffer, at, code, size, order, value):
    if code in _INTEGERS:
        number = int(_integer(value))
        bits = 8 * size
        if code in "BHILQNP":
            if not 0 <= number < 1 << bits:
                raise error(_range_message(code, size, 0, (1 << bits) - 1, order))
        elif not -(1 << bits - 1) <= number < 1 << bits - 1:
            raise error(_range_message(code, size, -(1 << bits - 1), (1 << bits - 1) - 1, order))
        else:
            number &= (1 << bits) - 1
        buffer[at : at + size] = number.to_bytes(size, order)
    elif code == "d" or code == "f":
        if not isinstance(value, (int, float, bool)) and not hasattr(value, "__float__"):
            raise error("required argument is not a float")
        value = float(value)
        if code == "f" and abs(value) > 3.4028235677973366e38 and value - value == 0:
            raise OverflowError("float too large to pack with f format")
        _native_pack_into((">" if order == "big" else "<") + code, buffer, at, value)
    elif code == "?":
        buffer[at] = 1 if value else 0
    elif code == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        buffer[at] = value[0]
    else:
        if not isinstance(value, (int, float, bool)):
            raise error("required argument is not a float")
        buffer[at : at + 2] = _float_to_half(float(value)).to_bytes(2, order)


def _range_message(code, size, low, high, order):
    if code in "bB" or (code in "hH" and order == "little"):
        return "%s format requires %d <= number <= %d" % (_NAMES[code], low, high)
    if size == 8 or code in "IL":
        return "argument out of range"
    return "'%s' format requires %d <= number <= %d" % (code, low, high)


def _pack_at(layout, buffer, start, values):
    order, items, _, wanted = layout
    if len(values) != wanted:
        raise error("pack expected %d items for packing (got %d)" % (wanted, len(values)))
    next = 0
    for code, count, offset, size in items:
        at = start + offset
        if code == "x":
            continue
        if code == "s" or code == "p":
            value = values[next]
            next += 1
            if not isinstance(value, (bytes, bytearray)):
                raise error("argument for '%s' must be a bytes object" % code)
            value = bytes(value)
            if code == "p":
                if count:
                    value = value[: min(count - 1, 255)]
                    value = bytes([len(value)]) + value
            value = value[:count]
            buffer[at : at + len(value)] = value
            continue
        for _ in range(count):
            _put(buffer, at, code, size, order, values[next])
            next += 1
            at += size


def pack(format, *values):
    layout = _layout(format)
    buffer = bytearray(layout[2])
    _pack_at(layout, buffer, 0, values)
    return bytes(buffer)


def _place(size, length, offset, what):
    if offset < 0:
        if offset + length < 0:
            raise error("offset %d out of range for %d-byte buffer" % (offset, length))
        if what == "pack" and offset + size > 0:
            raise error("no space to pack %d bytes at offset %d" % (size, offset))
        if what == "unpack" and size + offset > 0:
            raise error("not enough data to unpack %d bytes" % size)
        offset += length
    if length - offset < size:
        raise error(
            "%s_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)"
            % (what, size + offset, size, offset, length)
            if what == "unpack"
            else "pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)"
            % (size + offset, size, offset, length)
        )
    return offset


def pack_into(format, buffer, offset, *values):
    layout = _layout(format)
    offset = _place(layout[2], len(buffer), offset, "pack")
    packed = bytearray(layout[2])
    _pack_at(layout, packed, 0, values)
    for code, count, start, size in layout[1]:
        end = start + count * size
        buffer[offset + start : offset + end] = packed[start:end]


def _unpack_at(layout, data, start):
    from ustruct import unpack_from as native

    order, items, _, _ = layout
    mark = ">" if order == "big" else "<"
    out = []
    for code, count, offset, size in items:
        at = start + offset
        if code == "x":
            continue
        if code == "s":
            out.append(bytes(data[at : at + count]))
        elif code == "p":
            length = min(data[at], count - 1) if count else 0
            out.append(bytes(data[at + 1 : at + 1 + length]))
        elif code == "c":
            out.extend([bytes(data[place : place + 1]) for place in range(at, at + count)])
        elif code == "?":
            out.extend([data[place] != 0 for place in range(at, at + count)])
        elif code == "e":
            for place in range(at, at + 2 * count, 2):
                out.append(_half_to_float(int.from_bytes(bytes(data[place : place + 2]), order)))
        else:
            if size == 8 and code in "lLnNP":
                code = "q" if code in "ln" else "Q"
            if count:
                out.extend(native(mark + str(count) + code, data, at))
    return tuple(out)


def _buffer(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        if not isinstance(data, str):
            return bytes(memoryview(data))
    except TypeError:
        pass
    raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)


def unpack(format, buffer):
    layout = _layout(format)
    buffer = _buffer(buffer)
    if len(buffer) != layout[2]:
        raise error("unpack requires a buffer of %d bytes" % layout[2])
    return _unpack_at(layout, buffer, 0)


def unpack_from(format, buffer, offset=0):
    layout = _layout(format)
    buffer = _buffer(buffer)
    return _unpack_at(layout, buffer, _place(layout[2], len(buffer), offset, "unpack"))


def iter_unpack(format, buffer):
    layout = _layout(format)
    buffer = _buffer(buffer)
    size = layout[2]
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % size)
    return (_unpack_at(layout, buffer, at) for at in range(0, len(buffer), size))


class Struct:
    def __init__(self, format):
        self.size = calcsize(format)
        self.format = format if isinstance(format, str) else bytes(format).decode("latin-1")

    def pack(self, *values):
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, *values):
        return pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
