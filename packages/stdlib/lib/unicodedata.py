# Unicode's properties of characters: the host has the tables.
unidata_version = "14.0.0"

_MISSING = object()


def _ask(what, text):
    answer = __host__(("unicode", what, text))
    if len(answer) == 2:
        raise ValueError(answer[1])
    return answer[0]


def _character(name, chr):
    if not isinstance(chr, str) or len(chr) != 1:
        kind = "a string of length %d" % len(chr) if isinstance(chr, str) else type(chr).__name__
        if isinstance(chr, str):
            raise TypeError("%s() argument must be a unicode character, not str" % name)
        raise TypeError("%s() argument must be a unicode character, not %s" % (name, kind))


def normalize(form, unistr):
    if not isinstance(unistr, str):
        raise TypeError("normalize() argument 2 must be str, not %s" % type(unistr).__name__)
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    return _ask(form, unistr)


def is_normalized(form, unistr):
    return normalize(form, unistr) == unistr


def category(chr):
    _character("category", chr)
    return _ask("category", chr)


# Marks below, attached and the like: what is not listed is above (230).
_CLASSES = (
    (0x315, 0x315, 232), (0x316, 0x319, 220), (0x31A, 0x31A, 232), (0x31B, 0x31B, 216), (0x31C, 0x320, 220), (0x321, 0x322, 202), (0x323, 0x326, 220),
    (0x327, 0x328, 202), (0x329, 0x333, 220), (0x334, 0x338, 1), (0x339, 0x33C, 220), (0x345, 0x345, 240), (0x347, 0x349, 220), (0x34D, 0x34E, 220),
    (0x34F, 0x34F, 0), (0x353, 0x356, 220), (0x358, 0x358, 232), (0x359, 0x35A, 220), (0x35C, 0x35C, 233), (0x35D, 0x35E, 234), (0x35F, 0x35F, 233),
    (0x360, 0x361, 234), (0x362, 0x362, 233), (0x3099, 0x309A, 8),
)  # fmt: skip


def combining(chr):
    _character("combining", chr)
    if ord(chr) < 0x300 or category(chr) != "Mn":
        return 0
    for first, last, value in _CLASSES:
        if first <= ord(chr) <= last:
            return value
    return 230


def _number(name, chr, default, value):
    _character(name, chr)
    if value is None:
        if default is _MISSING:
            raise ValueError("not a %s" % ("numeric character" if name == "numeric" else name))
        return default
    return value


def decimal(chr, default=_MISSING):
    return _number("decimal", chr, default, int(chr) if chr.isdecimal() else None)


def digit(chr, default=_MISSING):
    value = None
    if chr.isdigit():
        text = normalize("NFKC", chr)
        value = int(text) if text.isdecimal() else None
    return _number("digit", chr, default, value)


def numeric(chr, default=_MISSING):
    value = None
    if chr.isnumeric():
        top, slash, bottom = normalize("NFKC", chr).partition("\u2044")
        if top.isdecimal() and (not slash or bottom.isdecimal()):
            value = int(top) / int(bottom or "1")
    return _number("numeric", chr, default, value)


def decomposition(chr):
    _character("decomposition", chr)
    text = normalize("NFD", chr)
    if text == chr:
        return ""
    return " ".join(["%04X" % ord(part) for part in text])


# Wide characters of East Asia and emoji, by their ranges; full width and half width.
_WIDE = (
    (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23EC), (0x2614, 0x2615), (0x2648, 0x2653), (0x26A1, 0x26A1), (0x26BD, 0x26BE), (0x2705, 0x2705),
    (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C), (0x2753, 0x2755), (0x2757, 0x2757), (0x2B50, 0x2B50), (0x2E80, 0x303E), (0x3041, 0x33FF),
    (0x3400, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF),
    (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
)  # fmt: skip


def east_asian_width(chr):
    _character("east_asian_width", chr)
    code = ord(chr)
    if 0x20 <= code <= 0x7E:
        return "Na"
    if code == 0x3000 or 0xFF01 <= code <= 0xFF60 or 0xFFE0 <= code <= 0xFFE6:
        return "F"
    if 0xFF61 <= code <= 0xFFDC:
        return "H"
    for first, last in _WIDE:
        if first <= code <= last:
            return "W"
    return "N" if code < 0x80 or not category(chr) in ("So", "Sm") else "A"
