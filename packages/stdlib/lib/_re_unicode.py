# The table of Unicode that overlay/regexSet.ts reads: bounds of words, bounds of digits, pairs of cases.

from array import array

# TODO: exact, from the tables of overlay/unicode.ts
_WORDS = (0x100, 0x2000, 0x2C00, 0xD800, 0xF900, 0xFE00, 0x10000, 0x1F000, 0x20000, 0x110000)
_DIGITS = (0x660, 0x66A, 0x6F0, 0x6FA, 0x966, 0x970, 0xFF10, 0xFF1A)


def table():
    return bytes(array("I", (len(_WORDS), len(_DIGITS), 0) + _WORDS + _DIGITS))
