# TOML 1.0: text to dicts.

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_HOUR_MINUTE_SECOND = r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?"
_PATTERNS = {
    "date_time": (
        r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
        r"(?:[Tt ]" + _HOUR_MINUTE_SECOND + r"(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?"
    ),
    "time": _HOUR_MINUTE_SECOND,
    "number": (
        r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
        r"|[+-]?(?:0|[1-9](?:_?\d)*)((?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)"
    ),
    "control": "[\0-\x08\x0a-\x1f\x7f]",
    "control_of_lines": "[\0-\x08\x0b-\x1f\x7f]",
    "plain": r'[^"\\\0-\x08\x0a-\x1f\x7f]+',
    "plain_of_lines": r'[^"\\\0-\x08\x0b-\x1f\x7f]+',
}
_compiled = {}


# A pattern is compiled when it is first used.
def _pattern(name):
    compiled = _compiled.get(name)
    if compiled is None:
        import re

        compiled = _compiled[name] = re.compile(_PATTERNS[name], re.A)
    return compiled


# What a name may no longer become: a table of its own, or anything else, with all below it.
_DECLARED = 1
_CLOSED = 2


class TOMLDecodeError(ValueError):
    pass


def load(fp, *, parse_float=float):
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`")
    return loads(text, parse_float=parse_float)


def loads(s, *, parse_float=float):
    if not isinstance(s, str):
        raise TypeError("Expected str object, not '%s'" % type(s).__name__)
    return _Document(s.replace("\r\n", "\n"), parse_float).read()


class _Document:
    def __init__(self, text, parse_float):
        self.text = text
        self.end = len(text)
        self.at = 0
        self.parse_float = parse_float
        self.data = {}
        self.marks = [0, {}]
        self.pending = []

    def error(self, message, at=None):
        if at is None:
            at = self.at
        if at >= self.end:
            return TOMLDecodeError(message + " (at end of document)")
        line = self.text.count("\n", 0, at) + 1
        column = at - self.text.rfind("\n", 0, at)
        return TOMLDecodeError("%s (at line %d, column %d)" % (message, line, column))

    def peek(self):
        return self.text[self.at] if self.at < self.end else ""

    def blanks(self):
        text, at, end = self.text, self.at, self.end
        while at < end and text[at] in " \t":
            at += 1
        self.at = at

    def comment(self):
        if self.peek() == "#":
            stop = self.text.find("\n", self.at)
            if stop < 0:
                stop = self.end
            self.legal(self.at + 1, stop, "control")
            self.at = stop

    def legal(self, start, stop, control):
        wrong = _pattern(control).search(self.text, start, stop)
        if wrong:
            raise self.error("Found invalid character %r" % wrong.group(), wrong.start())

    # blanks, comments and ends of lines: between the items of an array
    def space(self):
        while True:
            before = self.at
            while self.peek() in (" ", "\t", "\n"):
                self.at += 1
            self.comment()
            if self.at == before:
                return

    def read(self):
        header = ()
        while True:
            self.blanks()
            char = self.peek()
            if not char:
                return self.data
            if char == "\n":
                self.at += 1
                continue
            if char in _BARE or char in "\"'":
                self.statement(header)
            elif char == "[":
                for key in self.pending:
                    self.mark(key, _DECLARED)
                self.pending = []
                header = self.array_header() if self.text.startswith("[[", self.at) else self.table_header()
            elif char != "#":
                raise self.error("Invalid statement")
            self.blanks()
            self.comment()
            char = self.peek()
            if char and char != "\n":
                raise self.error("Expected newline or end of document after a statement")
            self.at += 1

    def mark(self, key, what):
        marks = self.marks
        for name in key:
            marks = marks[1].setdefault(name, [0, {}])
        marks[0] |= what

    def is_marked(self, key, what):
        marks = self.marks
        for name in key:
            marks = marks[1].get(name)
            if marks is None:
                return False
            if marks[0] & _CLOSED and what == _CLOSED:
                return True
        return key != () and marks[0] & what != 0

    # The table of that name, made where there is none.
    def table(self, key):
        found = self.data
        for name in key:
            found = found.setdefault(name, {})
            if isinstance(found, list):
                found = found[-1]
            if not isinstance(found, dict):
                raise self.error("Cannot overwrite a value")
        return found

    def table_header(self):
        self.at += 1
        self.blanks()
        key = self.key()
        if self.is_marked(key, _DECLARED) or self.is_marked(key, _CLOSED):
            raise self.error("Cannot declare %s twice" % (key,))
        self.mark(key, _DECLARED)
        self.table(key)
        if self.peek() != "]":
            raise self.error("Expected ']' at the end of a table declaration")
        self.at += 1
        return key

    def array_header(self):
        self.at += 2
        self.blanks()
        key = self.key()
        if self.is_marked(key, _CLOSED):
            raise self.error("Cannot mutate immutable namespace %s" % (key,))
        marks = self.marks
        for name in key[:-1]:
            marks = marks[1].setdefault(name, [0, {}])
        marks[1][key[-1]] = [_DECLARED, {}]
        tables = self.table(key[:-1]).setdefault(key[-1], [])
        if not isinstance(tables, list):
            raise self.error("Cannot overwrite a value")
        tables.append({})
        if not self.text.startswith("]]", self.at):
            raise self.error("Expected ']]' at the end of an array declaration")
        self.at += 2
        return key

    def statement(self, header):
        key, value = self.pair()
        for length in range(1, len(key)):
            above = header + key[:length]
            if self.is_marked(above, _DECLARED):
                raise self.error("Cannot redefine namespace %s" % (above,))
            self.pending.append(above)
        parent = header + key[:-1]
        if self.is_marked(parent, _CLOSED):
            raise self.error("Cannot mutate immutable namespace %s" % (parent,))
        table = self.table(parent)
        if key[-1] in table:
            raise self.error("Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            self.mark(header + key, _CLOSED)
        table[key[-1]] = value

    def pair(self):
        key = self.key()
        if self.peek() != "=":
            raise self.error("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.blanks()
        return key, self.value()

    def key(self):
        names = [self.name()]
        self.blanks()
        while self.peek() == ".":
            self.at += 1
            self.blanks()
            names.append(self.name())
            self.blanks()
        return tuple(names)

    def name(self):
        char = self.peek()
        if char == '"':
            return self.basic_string()
        if char == "'":
            return self.literal_string()
        start = at = self.at
        text, end = self.text, self.end
        while at < end and text[at] in _BARE:
            at += 1
        if at == start:
            raise self.error("Invalid initial character for a key part")
        self.at = at
        return text[start:at]

    def value(self):
        text, at = self.text, self.at
        char = self.peek()
        if char == '"':
            return self.long_basic_string() if text.startswith('"""', at) else self.basic_string()
        if char == "'":
            return self.long_literal_string() if text.startswith("'''", at) else self.literal_string()
        if char == "[":
            return self.array()
        if char == "{":
            return self.inline_table()
        if text.startswith("true", at):
            self.at += 4
            return True
        if text.startswith("false", at):
            self.at += 5
            return False
        match = _pattern("date_time").match(text, at)
        if match:
            try:
                value = _date_time(match.groups())
            except ValueError:
                raise self.error("Invalid date or datetime")
            self.at = match.end()
            return value
        match = _pattern("time").match(text, at)
        if match:
            from datetime import time

            self.at = match.end()
            return time(*_time_numbers(match.groups()))
        match = _pattern("number").match(text, at)
        if match:
            self.at = match.end()
            digits = match.group()
            if match.group(1):
                return self.parse_float(digits)
            return int(digits.replace("_", ""), 0)
        for length in (3, 4):
            word = text[at : at + length]
            if word in ("inf", "nan", "-inf", "+inf", "-nan", "+nan"):
                self.at += length
                return self.parse_float(word)
        raise self.error("Invalid value")

    def array(self):
        self.at += 1
        items = []
        self.space()
        while self.peek() != "]":
            items.append(self.value())
            self.space()
            char = self.peek()
            if char == ",":
                self.at += 1
                self.space()
            elif char != "]":
                raise self.error("Unclosed array")
        self.at += 1
        return items

    def inline_table(self):
        self.at += 1
        data = {}
        closed = []
        self.blanks()
        if self.peek() == "}":
            self.at += 1
            return data
        while True:
            key, value = self.pair()
            table = data
            for length in range(1, len(key) + 1):
                if key[:length] in closed:
                    raise self.error("Cannot mutate immutable namespace %s" % (key[:length],))
            for name in key[:-1]:
                table = table.setdefault(name, {})
                if not isinstance(table, dict):
                    raise self.error("Cannot overwrite a value")
            if key[-1] in table:
                raise self.error("Duplicate inline table key %r" % key[-1])
            table[key[-1]] = value
            if isinstance(value, (dict, list)):
                closed.append(key)
            self.blanks()
            char = self.peek()
            if char == "}":
                self.at += 1
                return data
            if char != ",":
                raise self.error("Unclosed inline table")
            self.at += 1
            self.blanks()

    def literal_string(self):
        start = self.at + 1
        stop = self.text.find("'", start)
        if stop < 0:
            stop = self.text.find("\n", start)
            self.legal(start, self.end if stop < 0 else stop, "control")
            raise self.error("Expected \"'\"", self.end if stop < 0 else stop) if stop < 0 else self.error(
                "Found invalid character '\\n'", stop
            )
        self.legal(start, stop, "control")
        self.at = stop + 1
        return self.text[start:stop]

    def long_literal_string(self):
        start = self.at + 3
        if self.text.startswith("\n", start):
            start += 1
        stop = self.text.find("'''", start)
        if stop < 0:
            self.legal(start, self.end, "control_of_lines")
            raise self.error("Expected \"'''\"", self.end)
        self.legal(start, stop, "control_of_lines")
        for _ in range(2):
            if self.text.startswith("'", stop + 3):
                stop += 1
        self.at = stop + 3
        return self.text[start:stop]

    def basic_string(self):
        self.at += 1
        out = []
        while True:
            plain = _pattern("plain").match(self.text, self.at)
            if plain:
                out.append(plain.group())
                self.at = plain.end()
            char = self.peek()
            if char == '"':
                self.at += 1
                return "".join(out)
            if char != "\\":
                raise self.error("Illegal character %r" % char if char else "Unterminated string")
            out.append(self.escape(False))

    def long_basic_string(self):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        out = []
        while True:
            plain = _pattern("plain_of_lines").match(self.text, self.at)
            if plain:
                out.append(plain.group())
                self.at = plain.end()
            char = self.peek()
            if char == '"':
                if self.text.startswith('"""', self.at):
                    self.at += 3
                    for _ in range(2):
                        if self.peek() == '"':
                            self.at += 1
                            out.append('"')
                    return "".join(out)
                self.at += 1
                out.append('"')
            elif char == "\\":
                out.append(self.escape(True))
            else:
                raise self.error("Illegal character %r" % char if char else "Unterminated string")

    def escape(self, lines):
        self.at += 1
        char = self.peek()
        self.at += 1
        if lines and char and char in " \t\n":
            if char != "\n":
                self.blanks()
                char = self.peek()
                if not char:
                    return ""
                if char != "\n":
                    raise self.error("Unescaped '\\' in a string")
                self.at += 1
            while self.peek() in (" ", "\t", "\n"):
                self.at += 1
            return ""
        if char == "u" or char == "U":
            length = 4 if char == "u" else 8
            digits = self.text[self.at : self.at + length]
            if len(digits) != length or not all([digit in "0123456789abcdefABCDEF" for digit in digits]):
                raise self.error("Invalid hex value")
            code = int(digits, 16)
            self.at += length
            if code > 0x10FFFF or 0xD800 <= code < 0xE000:
                raise self.error("Escaped character is not a Unicode scalar value")
            return chr(code)
        if not char:
            raise self.error("Unterminated string")
        if char not in _ESCAPES:
            raise self.error("Unescaped '\\' in a string")
        return _ESCAPES[char]


def _time_numbers(groups):
    hour, minute, second, fraction = groups
    return int(hour), int(minute), int(second), int((fraction + "00000")[:6]) if fraction else 0


def _date_time(groups):
    from datetime import date, datetime, timedelta, timezone

    day = int(groups[0]), int(groups[1]), int(groups[2])
    if groups[3] is None:
        return date(*day)
    zone = None
    if groups[7]:
        zone = timezone.utc
    elif groups[8]:
        offset = timedelta(hours=int(groups[9]), minutes=int(groups[10]))
        zone = timezone(offset if groups[8] == "+" else -offset)
    return datetime(*(day + _time_numbers(groups[3:7])), tzinfo=zone)
