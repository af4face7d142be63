# Regular expressions. _re_parse.py and _re_code.py make a program of a pattern; overlay/library/regex.ts runs it.

from _native import (
    regex_bytes as _bytes_before,
    regex_chars as _chars,
    regex_findall as _findall,
    regex_match as _match,
    regex_scan as _scan,
    regex_slice as _slice,
    regex_split as _split,
    regex_sub as _sub,
)

_NAMES = (
    (256, "ASCII"),
    (128, "DEBUG"),
    (2, "IGNORECASE"),
    (4, "LOCALE"),
    (8, "MULTILINE"),
    (16, "DOTALL"),
    (32, "UNICODE"),
    (64, "VERBOSE"),
)


class RegexFlag(int):
    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(510 & ~int(self))

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        names = [name for bit, name in sorted(_NAMES) if int(self) & bit]
        return "|".join(names) if names else None

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __repr__(self):
        if not int(self):
            return "re.NOFLAG"
        names = ["re." + name for bit, name in sorted(_NAMES) if int(self) & bit]
        rest = int(self) & ~510
        if rest:
            names.append(hex(rest))
        return "|".join(names)

    __str__ = __repr__


NOFLAG = RegexFlag(0)
IGNORECASE = I = RegexFlag(2)
LOCALE = L = RegexFlag(4)
MULTILINE = M = RegexFlag(8)
DOTALL = S = RegexFlag(16)
UNICODE = U = RegexFlag(32)
VERBOSE = X = RegexFlag(64)
DEBUG = RegexFlag(128)
ASCII = A = RegexFlag(256)


for _bit, _name in _NAMES:
    setattr(RegexFlag, _name, RegexFlag(_bit))
RegexFlag.I, RegexFlag.M, RegexFlag.S, RegexFlag.X, RegexFlag.A = I, M, S, X, A


def __getattr__(name):
    if name == "error":
        from _re_parse import error

        return error
    raise AttributeError("module 're' has no attribute '%s'" % name)


# What the matcher reads: a str or bytes.
def _subject(string, is_text):
    if isinstance(string, str):
        if not is_text:
            raise TypeError("cannot use a bytes pattern on a string-like object")
        return string
    if not isinstance(string, bytes):
        if not isinstance(string, (bytearray, memoryview)) and type(string).__name__ != "array":
            raise TypeError("expected string or bytes-like object, got '%s'" % type(string).__name__)
        string = bytes(string)
    if is_text:
        raise TypeError("cannot use a string pattern on a bytes-like object")
    return string


class Match:
    # `search` is (pattern, text, string, pos, endpos): `text` is what was searched, `string` what the program gave for it.
    def __init__(self, search, found):
        self._search = search
        self._found = found

    @property
    def re(self):
        return self._search[0]

    @property
    def string(self):
        return self._search[2]

    @property
    def pos(self):
        _, text, _, pos, _ = self._search
        return _chars(text, 0, _bytes_before(text, pos)) if pos > 0 else 0

    @property
    def endpos(self):
        _, text, _, _, end = self._search
        count = _chars(text, 0, -1)
        return count if end is None or end > count else max(end, 0)

    def _index(self, group):
        if isinstance(group, int):
            if 0 <= group <= self._search[0].groups:
                return group
        elif isinstance(group, (str, bytes)):
            index = self._search[0]._names.get(group)
            if index is not None:
                return index
        elif hasattr(group, "__index__"):
            return self._index(group.__index__())
        raise IndexError("no such group")

    def _get(self, group, default=None):
        found = self._found
        start = found[2 * group]
        return default if start < 0 else _slice(self._search[1], start, found[2 * group + 1])

    def group(self, *groups):
        if not groups:
            found = self._found
            return _slice(self._search[1], found[0], found[1])
        if len(groups) == 1:
            return self._get(self._index(groups[0]))
        return tuple([self._get(self._index(group)) for group in groups])

    def __getitem__(self, group):
        return self._get(self._index(group))

    def groups(self, default=None):
        return tuple([self._get(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._get(number, default) for name, number in self.re._ordered_names()}

    def _char(self, at):
        return at if at <= 0 else _chars(self._search[1], 0, at)

    def start(self, group=0):
        return self._char(self._found[2 * self._index(group)])

    def end(self, group=0):
        return self._char(self._found[2 * self._index(group) + 1])

    def span(self, group=0):
        group = self._index(group)
        return self._char(self._found[2 * group]), self._char(self._found[2 * group + 1])

    @property
    def regs(self):
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        return self._found[-1] or None

    @property
    def lastgroup(self):
        last = self._found[-1]
        for name, number in self.re._ordered_names():
            if number == last:
                return name
        return None

    def expand(self, template):
        empty = "" if isinstance(self._search[1], str) else b""
        parts = self.re._template(template)
        return empty.join([self._get(part, empty) if isinstance(part, int) else part for part in parts])

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __bool__(self):
        return True

    def __repr__(self):
        return "<re.Match object; span=%r, match=%r>" % (self.span(), self._get(0))


class Pattern:
    def __init__(self, pattern, flags):
        from _re_code import compile

        code, flags, groups, names = compile(pattern, flags)
        self.pattern = pattern
        self.flags = int(flags)
        self.groups = groups
        self._names = names
        self._program = code
        self._is_text = isinstance(pattern, str)
        # The last template of sub() and its parts.
        self._last_template = None
        self._last_parts = None

    def _ordered_names(self):
        return sorted(self._names.items(), key=lambda item: item[1])

    @property
    def groupindex(self):
        return dict(self._ordered_names())

    # Byte positions of pos and endpos.
    def _bounds(self, text, pos, endpos):
        start = 0 if pos <= 0 else _bytes_before(text, pos)
        return start, -1 if endpos is None else _bytes_before(text, max(endpos, 0))

    def _run(self, string, pos, endpos, mode):
        text = string if type(string) is str and self._is_text else _subject(string, self._is_text)
        start = 0
        end = -1
        if pos or endpos is not None:
            start, end = self._bounds(text, pos, endpos)
            if end >= 0 and start > end:
                return None
        found = _match(self._program, text, start, end, mode)
        return None if found is None else Match((self, text, string, pos, endpos), found)

    def match(self, string, pos=0, endpos=None):
        return self._run(string, pos, endpos, 0)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._run(string, pos, endpos, 2)

    def search(self, string, pos=0, endpos=None):
        return self._run(string, pos, endpos, 1)

    def findall(self, string, pos=0, endpos=None):
        text = _subject(string, self._is_text)
        start, end = self._bounds(text, pos, endpos)
        if end >= 0 and start > end:
            return []
        return _findall(self._program, text, start, end)

    def finditer(self, string, pos=0, endpos=None):
        text = _subject(string, self._is_text)
        return self._iterate(text, string, pos, endpos)

    # The matches come in batches, the first ones small: who needs one only does not wait for all.
    def _batches(self, text, start, end):
        mode = 1
        most = 2
        while True:
            batch = _scan(self._program, text, start, end, mode, most)
            if batch:
                yield batch
            if len(batch) < most:
                return
            start = batch[-1][1]
            mode = 5 if batch[-1][0] == start else 1
            if most < 256:
                most <<= 2

    def _iterate(self, text, string, pos, endpos):
        start, end = self._bounds(text, pos, endpos)
        if end >= 0 and start > end:
            return
        search = (self, text, string, pos, endpos)
        for batch in self._batches(text, start, end):
            for found in batch:
                yield Match(search, found)

    def split(self, string, maxsplit=0):
        text = _subject(string, self._is_text)
        if maxsplit < 0:
            return [_slice(text, 0, -1)]
        return _split(self._program, text, maxsplit)

    def _template(self, template):
        if template != self._last_template or type(template) is not type(self._last_template):
            kind = type(template)
            is_text = isinstance(template, str)
            if not is_text and not isinstance(template, (bytes, bytearray)):
                raise TypeError("decoding to str: need a bytes-like object, %s found" % kind.__name__)
            plain = template if kind is str or kind is bytes else _subject(template, is_text)
            if ("\\" if is_text else b"\\") in plain:
                from _re_parse import parse_template

                parts = parse_template(plain, self.groups, self._names)
            else:
                parts = [plain]
            if is_text is not self._is_text:
                raise TypeError(
                    "sequence item 0: expected a bytes-like object, str found"
                    if is_text
                    else "sequence item 0: expected str instance, bytes found"
                )
            self._last_template = template
            self._last_parts = parts
        return self._last_parts

    def _replace(self, repl, string, count):
        text = _subject(string, self._is_text)
        if count < 0:
            return _slice(text, 0, -1), 0
        if not callable(repl):
            return _sub(self._program, text, self._template(repl), count)
        empty = "" if self._is_text else b""
        parts = []
        done = at = 0
        kind = type(empty)
        search = (self, text, string, 0, None)
        for batch in self._batches(text, 0, -1):
            for found in batch:
                if found[0] > at:
                    parts.append(_slice(text, at, found[0]))
                new = repl(Match(search, found))
                if type(new) is kind:
                    parts.append(new)
                elif new is not None:
                    self._check_item(new, len(parts))
                    parts.append(new)
                at = found[1]
                done += 1
                if done == count:
                    break
            if done == count:
                break
        if not done:
            return _slice(text, 0, -1), 0
        parts.append(_slice(text, at, -1))
        return empty.join(parts), done

    def _check_item(self, item, index):
        if not isinstance(item, str if self._is_text else (bytes, bytearray)):
            wanted = "str instance" if self._is_text else "a bytes-like object"
            raise TypeError("sequence item %d: expected %s, %s found" % (index, wanted, type(item).__name__))

    def sub(self, repl, string, count=0):
        return self._replace(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        return self._replace(repl, string, count)

    def scanner(self, string, pos=0, endpos=None):
        return _Scanner(self, string, pos, endpos)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (
            self.flags == other.flags
            and type(self.pattern) is type(other.pattern)
            and self.pattern == other.pattern
        )

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __repr__(self):
        flags = self.flags
        if self._is_text and flags & (256 | 4 | 32) == 32:
            flags &= ~32
        text = repr(self.pattern)
        if len(text) > 200:
            text = text[:200]
        if not flags:
            return "re.compile(%s)" % text
        names = ["re." + name for bit, name in sorted(_NAMES) if flags & bit]
        return "re.compile(%s, %s)" % (text, "|".join(names))


class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._pos = pos
        self._endpos = endpos
        self._text = _subject(string, pattern._is_text)
        self._start, self._end = pattern._bounds(self._text, pos, endpos)
        self._not_empty = 0

    def _next(self, mode):
        found = _match(self.pattern._program, self._text, self._start, self._end, mode | self._not_empty)
        if found is None:
            return None
        self._start = found[1]
        self._not_empty = 4 if found[0] == found[1] else 0
        return Match((self.pattern, self._text, self._string, self._pos, self._endpos), found)

    def match(self):
        return self._next(0)

    def search(self):
        return self._next(1)


_MAX_CACHE = 256
_cache = {}


def compile(pattern, flags=0):
    key = (type(pattern), pattern, int(flags)) if isinstance(pattern, (str, bytes)) else None
    if key is not None:
        found = _cache.get(key)
        if found is not None:
            return found
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if key is None:
        raise TypeError("first argument must be string or compiled pattern")
    found = Pattern(pattern, int(flags))
    if not found.flags & 128:
        if len(_cache) >= _MAX_CACHE:
            _cache.clear()
        _cache[key] = found
    return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _cache.clear()


template = compile

_SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"


def escape(pattern):
    if isinstance(pattern, str):
        return "".join(["\\" + char if char in _SPECIAL else char for char in pattern])
    out = bytearray()
    for byte in bytes(pattern):
        if chr(byte) in _SPECIAL:
            out.append(92)
        out.append(byte)
    return bytes(out)
