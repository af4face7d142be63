# Sets of characters, as overlay/library/regexSet.ts understands them.

_ALL = (1 << 256) - 1
_DIGIT = ((1 << 10) - 1) << 48
_LETTERS = 0x07FFFFFE07FFFFFE << 64
_WORD = _DIGIT | _LETTERS | 1 << 95
_SPACE = 0x1F << 9 | 1 << 32
# the same with what Latin-1 has beyond ASCII
_WIDE_WORD = _WORD | 0xFF7FFFFFFF7FFFFF762C040000000000 << 128
_WIDE_SPACE = _SPACE | 0xF << 28 | 1 << 0x85 | 1 << 0xA0
_HIGH_SPACE = ((0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000))
_LAST = 0x10FFFF

NEGATED = 1
CATEGORIES = {"w": 2, "W": 4, "d": 8, "D": 16}

# More than two characters that are one where case is ignored, or that str.lower() and str.upper() do not lead from one to the other.
_GROUPS = (
    "Ii\u0130\u0131 Kk\u212a Ss\u017f \xb5\u039c\u03bc \xc5\xe5\u212b \u01c4\u01c5\u01c6 \u01c7\u01c8\u01c9 \u01ca\u01cb\u01cc \u01f1\u01f2\u01f3 "
    "\u0345\u0399\u03b9\u1fbe \u0392\u03b2\u03d0 \u0395\u03b5\u03f5 \u0398\u03b8\u03d1\u03f4 \u039a\u03ba\u03f0 \u03a0\u03c0\u03d6 \u03a1\u03c1\u03f1 "
    "\u03a3\u03c2\u03c3 \u03a6\u03c6\u03d5 \u03a9\u03c9\u2126 \u0412\u0432\u1c80 \u0414\u0434\u1c81 \u041e\u043e\u1c82 \u0421\u0441\u1c83 "
    "\u0422\u0442\u1c84\u1c85 \u042a\u044a\u1c86 \u0462\u0463\u1c87 \u1c88\ua64a\ua64b \u1e60\u1e61\u1e9b \xdf\u1e9e \u0390\u1fd3 \u03b0\u1fe3 \ufb05\ufb06 "
    "\u1fb3\u1fbc \u1fc3\u1fcc \u1ff3\u1ffc"
)

# Where characters with cases stand, above Latin-1.
_CASED = (
    (0x100, 0x29E), (0x345, 0x586), (0x10A0, 0x10FF), (0x13A0, 0x13FD), (0x1C80, 0x1CBF), (0x1D79, 0x1D8E), (0x1E00, 0x1FFC), (0x2126, 0x2184),
    (0x24B6, 0x24E9), (0x2C00, 0x2D2D), (0xA640, 0xA69B), (0xA722, 0xA7F6), (0xAB53, 0xABBF), (0xFB05, 0xFB06), (0xFF21, 0xFF5A), (0x10400, 0x1044F),
    (0x104B0, 0x104FB), (0x10570, 0x105BC), (0x10C80, 0x10CF2), (0x118A0, 0x118DF), (0x16E40, 0x16E7F), (0x1E900, 0x1E943),
)  # fmt: skip


# The other characters that are the same as this one where case is ignored. `folding`: 1 for ASCII letters only, 2 for all of Unicode.
def variants(code, folding):
    if code < 128:
        if not 65 <= code & 0xDF <= 90:
            return ()
        other = code ^ 32
        if folding == 1 or code & 0xDF not in (73, 75, 83):
            return (other,)
    elif folding == 1:
        return ()
    char = chr(code)
    at = _GROUPS.find(char)
    if at >= 0:
        start = _GROUPS.rfind(" ", 0, at) + 1
        return [ord(other) for other in _GROUPS[start:].split(" ", 1)[0] if other != char]
    if 0x1F80 <= code <= 0x1FAF:
        return (code ^ 8,)
    return [ord(other) for other in (char.lower(), char.upper()) if len(other) == 1 and other != char]


class CharSet:
    def __init__(self):
        # a bit for each character below 256
        self.bits = 0
        self.ranges = []
        self.categories = 0
        self.negated = False

    def add(self, low, high):
        if low < 256:
            self.bits |= (1 << min(high, 255) + 1) - (1 << low)
            low = 256
        if high >= low:
            self.ranges.append((low, high))

    def add_category(self, letter, wide):
        small = letter.lower()
        bits = _DIGIT if small == "d" else (_WIDE_SPACE if wide else _SPACE) if small == "s" else _WIDE_WORD if wide else _WORD
        high = _HIGH_SPACE if small == "s" and wide else ()
        if small == letter:
            self.bits |= bits
            self.ranges.extend(high)
        else:
            self.bits |= _ALL & ~bits
            if small == "s" or not wide:
                low = 256
                for first, last in high:
                    self.ranges.append((low, first - 1))
                    low = last + 1
                self.ranges.append((low, _LAST))
        if wide:
            self.categories |= CATEGORIES.get(letter, 0)

    def merge(self, other):
        self.bits |= other.bits
        self.ranges.extend(other.ranges)
        self.categories |= other.categories

    def negate(self):
        self.bits = _ALL & ~self.bits
        self.negated = True

    def fold(self, folding):
        bits = self.bits
        upper = 0x07FFFFFE << 64
        self.bits |= (bits & upper) << 32 | (bits >> 32) & upper
        if folding == 1:
            return
        for code in range(128, 256):
            if bits >> code & 1:
                for other in variants(code, 2):
                    self.add(other, other)
        for code in (73, 75, 83):
            if self.bits >> code & 1:
                for other in variants(code, 2):
                    self.add(other, other)
        for low, high in list(self.ranges):
            for first, last in _CASED:
                for code in range(max(low, first), min(high, last) + 1):
                    for other in variants(code, 2):
                        if not low <= other <= high:
                            self.add(other, other)

    # Whether characters beyond Latin-1 may belong to it.
    @property
    def is_high(self):
        return bool(self.negated or self.categories or self.ranges)

    # Which bytes a member may begin with. In UTF-8 those from 0xC2 on begin characters that are not ASCII.
    def first_bytes(self, utf8):
        if not utf8:
            return self.bits
        first = self.bits & (1 << 128) - 1
        if self.is_high or self.bits >> 128:
            first |= (1 << 0xF5) - (1 << 0xC2)
        return first

    def words(self):
        found = [self.bits >> shift & 0xFFFFFFFF for shift in range(0, 256, 32)]
        found.append((NEGATED if self.negated else 0) | self.categories)
        merged = []
        for low, high in sorted(self.ranges):
            if merged and low <= merged[-1][1] + 1:
                if high > merged[-1][1]:
                    merged[-1][1] = high
            else:
                merged.append([low, high])
        found.append(len(merged))
        for pair in merged:
            found.extend(pair)
        return found
