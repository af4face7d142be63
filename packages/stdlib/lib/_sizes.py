# sys.getsizeof: what CPython 3.11 on 64 bits would say of the common types.


def size_of(object):
    kind = type(object)
    if object is None or object is Ellipsis:
        return 16
    if kind is bool or kind is int:
        digits, rest = 0, abs(object)
        while rest:
            digits += 1
            rest >>= 30
        return 24 + 4 * digits if object is not True and object is not False else 24 + 4 * int(object)
    if kind is float:
        return 24
    if kind is complex:
        return 32
    if kind is str:
        largest = max(object) if object else ""
        if largest < "\x80":
            return 49 + len(object)
        if largest < "\u0100":
            return 73 + len(object)
        if largest < "\U00010000":
            return 74 + 2 * len(object)
        return 76 + 4 * len(object)
    if kind is bytes:
        return 33 + len(object)
    if kind is bytearray:
        return 56 + len(object) + (1 if object else 0)
    if kind is tuple:
        return 40 + 8 * len(object)
    if kind is list:
        return 56 + 8 * len(object)
    if kind is dict:
        return 64 if not object else _table(len(object), 184, 2)
    if kind is set or kind is frozenset:
        return 216 if len(object) < 5 else 216 + 64 * len(object)
    if kind is range:
        return 48
    return 56


# The table of a dict doubles where two thirds are full.
def _table(count, least, factor):
    places = 8
    while places * 2 // 3 < count:
        places *= 2
    return least if places == 8 else 64 + 32 + places * (1 if places < 256 else 2) + (places * 2 // 3) * 24
