# int.to_bytes() and int.from_bytes().


def _is_little(order):
    if order not in ("big", "little"):
        raise ValueError("byteorder must be either 'little' or 'big'")
    return order == "little"


def to_bytes(value, length, order, signed):
    little = _is_little(order)
    if length < 0:
        raise ValueError("length argument must be non-negative")
    if value < 0:
        if not signed:
            raise OverflowError("can't convert negative int to unsigned")
        if value < -(1 << (8 * length)) >> 1:
            raise OverflowError("int too big to convert")
        value += 1 << (8 * length)
    elif value >> (8 * length - (1 if signed and length else 0)):
        raise OverflowError("int too big to convert")
    digits = "%0*x" % (2 * length, value)
    data = bytes.fromhex(digits) if length else b""
    return bytes(reversed(data)) if little else data


def from_bytes(data, order, signed):
    little = _is_little(order)
    data = bytes(data)
    if not data:
        return 0
    if little:
        data = bytes(reversed(data))
    value = int(data.hex(), 16)
    if signed and data[0] & 128:
        value -= 1 << (8 * len(data))
    return value
