# Regular expressions: text to a tree.
#
# A node is a tuple that begins with its kind:
#   ("char", code)  ("set", CharSet)  ("line",) any but a newline  ("any",)  ("at", place, CharSet or None)  ("all", nodes) one after the other
#   ("or", nodes)  ("repeat", node, least, most, mode)  ("group", number, node)  ("ref", number, ignores case: 0, 1 ASCII, 2 Unicode)
#   ("look", behind, negative, node)  ("atomic", node)  ("if", number, yes, no)

from _re_sets import CharSet, variants

I, L, M, S, U, X, A = 2, 4, 8, 16, 32, 64, 256
DEBUG = 128
MAXREPEAT = 0xFFFFFFFF
MAXGROUPS = 1073741823
GREEDY, LAZY, POSSESSIVE = 0, 1, 2
TEXT_START, LINE_START, END, LINE_END, TEXT_END, BOUNDARY, NO_BOUNDARY = range(7)

_FLAGS = {"i": I, "L": L, "m": M, "s": S, "x": X, "a": A, "u": U}
_TYPE_FLAGS = A | L | U
_ESCAPES = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_DIGITS = "0123456789"
_OCTAL = "01234567"
_HEX = "0123456789abcdefABCDEF"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SPACES = " \t\n\r\v\f"


class error(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            before = pattern[:pos]
            self.lineno = before.count(newline) + 1
            self.colno = pos - before.rfind(newline)
            msg = "%s at position %d" % (msg, pos)
            if newline in pattern:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


class _Restart(Exception):
    pass


def is_name(text):
    if not text or text[0] in _DIGITS:
        return False
    for char in text:
        if not (char in _LETTERS or char in _DIGITS or char == "_" or (ord(char) >= 128 and char.isalpha())):
            return False
    return True


class Source:
    def __init__(self, pattern):
        self.pattern = pattern
        self.is_text = isinstance(pattern, str)
        self.chars = list(pattern) if self.is_text else [chr(byte) for byte in pattern]
        self.at = 0

    # The next character, or the next two where the first is a backslash; None at the end.
    def peek(self):
        chars, at = self.chars, self.at
        if at >= len(chars):
            return None
        char = chars[at]
        if char == "\\":
            if at + 1 >= len(chars):
                raise error("bad escape (end of pattern)", self.pattern, at)
            return char + chars[at + 1]
        return char

    def get(self):
        this = self.peek()
        if this is not None:
            self.at += len(this)
        return this

    def match(self, char):
        if self.at < len(self.chars) and self.chars[self.at] == char:
            self.at += 1
            return True
        return False

    def get_while(self, most, allowed):
        chars = self.chars
        start = self.at
        end = min(start + most, len(chars))
        at = start
        while at < end and chars[at] in allowed:
            at += 1
        self.at = at
        return "".join(chars[start:at])

    def get_until(self, terminator, name):
        start = self.at
        chars = self.chars
        try:
            end = chars.index(terminator, start)
        except ValueError:
            if start >= len(chars):
                raise self.error("missing " + name)
            raise error("missing %s, unterminated name" % terminator, self.pattern, start)
        if end == start:
            raise error("missing " + name, self.pattern, start)
        self.at = end + 1
        return "".join(chars[start:end])

    # `back`: how many characters before the place where we are.
    def error(self, msg, back=0):
        if not self.is_text:
            msg = "".join([char if ord(char) < 128 else "\\x%02x" % ord(char) for char in msg])
        return error(msg, self.pattern, self.at - back)

    def check_name(self, name, back):
        if not (self.is_text or all(ord(char) < 128 for char in name)):
            raise self.error("bad character in group name %s" % repr(name.encode("latin-1")), back)
        if not is_name(name):
            raise self.error("bad character in group name %s" % repr(name), back)


# The escape \x.., \u...., \U........ or an octal one as a character; `text` is what was read of it.
def _numeric_escape(source, text):
    char = text[1]
    wanted = {"x": 2, "u": 4, "U": 8}.get(char, 0)
    if wanted and (char == "x" or source.is_text):
        digits = source.get_while(wanted, _HEX)
        text += digits
        if len(digits) != wanted:
            raise source.error("incomplete escape " + text, len(text))
        code = int(digits, 16)
        if code > 0x10FFFF:
            raise source.error("bad escape " + text, len(text))
        return code
    if char == "N" and source.is_text:
        if not source.match("{"):
            raise source.error("missing {")
        name = source.get_until("}", "character name")
        from unicodedata import lookup

        try:
            return ord(lookup(name))
        except (KeyError, TypeError):
            raise source.error("undefined character name %s" % repr(name), len(name) + 4)
    return None


class Parser:
    def __init__(self, pattern, flags):
        self.source = Source(pattern)
        self.flags = flags
        self.names = {}
        # The widths of groups that are closed, by number; None for those that are open.
        self.widths = [None]
        # How many groups there were when the outermost look-behind began.
        self.behind = None
        # Where conditions ask for groups by number.
        self.conditions = {}

    def parse(self):
        source = self.source
        flags = self.flags
        if source.is_text:
            if flags & L:
                raise ValueError("cannot use LOCALE flag with a str pattern")
            if flags & A and flags & U:
                raise ValueError("ASCII and UNICODE flags are incompatible")
            if not flags & A:
                self.flags |= U
        else:
            if flags & U:
                raise ValueError("cannot use UNICODE flag with a bytes pattern")
            if flags & L and flags & A:
                raise ValueError("ASCII and LOCALE flags are incompatible")
        try:
            node = self.alternatives(self.flags, True)
        except _Restart:
            self.__init__(source.pattern, self.flags)
            node = self.alternatives(self.flags, True)
        if source.at < len(source.chars):
            raise source.error("unbalanced parenthesis")
        for number in self.conditions:
            if number >= len(self.widths):
                raise error("invalid group reference %d" % number, source.pattern, self.conditions[number])
        return node

    def alternatives(self, flags, first=False):
        source = self.source
        branches = []
        while True:
            branches.append(self.sequence(self.flags if first else flags, first and not branches))
            if not source.match("|"):
                break
        if len(branches) == 1:
            return branches[0]
        # single characters side by side are a set
        merged = None
        for branch in branches:
            if branch[0] == "char" or (branch[0] == "set" and not branch[1].negated and not branch[1].categories):
                merged = merged or CharSet()
                if branch[0] == "char":
                    merged.add(branch[1], branch[1])
                else:
                    merged.merge(branch[1])
            else:
                return ("or", branches)
        return ("set", merged)

    def sequence(self, flags, first):
        source = self.source
        nodes = []
        # where the parser stands on a repetition that has just been made
        repeated = False
        while True:
            this = source.peek()
            if this is None or this == "|" or this == ")":
                break
            start = source.at
            source.at += len(this)
            if flags & X:
                if this in _SPACES:
                    continue
                if this == "#":
                    while True:
                        this = source.get()
                        if this is None or this == "\n":
                            break
                    continue
            if len(this) == 2:
                node = self.escape(this, flags)
            elif this == "[":
                node = self.set(flags, start)
            elif this == ".":
                node = ("any",) if flags & S else ("line",)
            elif this == "(":
                if not self.group(flags, nodes, first, start):
                    if first and not nodes:
                        flags = self.flags
                    continue
                repeated = False
                continue
            elif this == "^":
                node = ("at", LINE_START if flags & M else TEXT_START, None)
            elif this == "$":
                node = ("at", LINE_END if flags & M else END, None)
            elif this in "*+?{":
                if self.repeat(this, nodes, repeated, start):
                    repeated = True
                    continue
                node = self.char(ord(this), flags)
            else:
                node = self.char(ord(this), flags)
            nodes.append(node)
            repeated = False
        return nodes[0] if len(nodes) == 1 else ("all", nodes)

    def char(self, code, flags):
        if flags & I:
            others = variants(code, self.folding(flags))
            if others:
                found = CharSet()
                found.add(code, code)
                for other in others:
                    found.add(other, other)
                return ("set", found)
        return ("char", code)

    # 1 where only ASCII letters have cases, 2 for all of Unicode.
    def folding(self, flags):
        return 2 if self.source.is_text and not flags & A else 1

    def category(self, letter, flags):
        found = CharSet()
        found.add_category(letter, self.folding(flags) == 2)
        return found

    # False where a brace is an ordinary character.
    def repeat(self, this, nodes, repeated, start):
        source = self.source
        if this == "?":
            least, most = 0, 1
        elif this == "*":
            least, most = 0, MAXREPEAT
        elif this == "+":
            least, most = 1, MAXREPEAT
        else:
            if source.at < len(source.chars) and source.chars[source.at] == "}":
                return False
            low = source.get_while(MAXREPEAT, _DIGITS)
            high = source.get_while(MAXREPEAT, _DIGITS) if source.match(",") else low
            if not source.match("}"):
                source.at = start + 1
                return False
            least, most = 0, MAXREPEAT
            if low:
                least = int(low)
                if least >= MAXREPEAT:
                    raise OverflowError("the repetition number is too large")
            if high:
                most = int(high)
                if most >= MAXREPEAT:
                    raise OverflowError("the repetition number is too large")
                if most < least:
                    raise source.error("min repeat greater than max repeat", source.at - start - 1)
        if not nodes or nodes[-1][0] == "at":
            raise source.error("nothing to repeat", source.at - start)
        node = nodes[-1]
        if repeated:
            raise source.error("multiple repeat", source.at - start)
        mode = LAZY if source.match("?") else POSSESSIVE if source.match("+") else GREEDY
        nodes[-1] = ("repeat", node, least, most, mode)
        return True

    def escape(self, text, flags):
        source = self.source
        letter = text[1]
        if letter in "dDsSwW":
            return ("set", self.category(letter, flags))
        if letter == "A":
            return ("at", TEXT_START, None)
        if letter == "Z":
            return ("at", TEXT_END, None)
        if letter in "bB":
            return ("at", BOUNDARY if letter == "b" else NO_BOUNDARY, self.category("w", flags))
        if letter == "0":
            return self.char(int("0" + source.get_while(2, _OCTAL), 8), flags)
        if letter in _DIGITS:
            return self.reference(text, flags)
        code = _numeric_escape(source, text)
        if code is None:
            code = _ESCAPES.get(letter)
            if code is None:
                if letter in _LETTERS:
                    raise source.error("bad escape " + text, len(text))
                code = ord(letter)
        return self.char(code, flags)

    # \1, \12, or \123 in octal
    def reference(self, text, flags):
        source = self.source
        more = source.get_while(1, _DIGITS)
        text += more
        if more and text[1] in _OCTAL and more in _OCTAL:
            third = source.get_while(1, _OCTAL)
            if third:
                text += third
                code = int(text[1:], 8)
                if code > 0o377:
                    raise source.error("octal escape value %s outside of range 0-0o377" % text, len(text))
                return self.char(code, flags)
        number = int(text[1:])
        if number >= len(self.widths):
            raise source.error("invalid group reference %d" % number, len(text) - 1)
        return self.reference_to(number, flags, len(text))

    def reference_to(self, number, flags, back):
        if self.widths[number] is None:
            raise self.source.error("cannot refer to an open group", back)
        self.check_behind(number)
        return ("ref", number, self.folding(flags) if flags & I else 0)

    def check_behind(self, number):
        if self.behind is not None:
            if self.widths[number] is None:
                raise self.source.error("cannot refer to an open group")
            if number >= self.behind:
                raise self.source.error("cannot refer to group defined in the same lookbehind subpattern")

    def set(self, flags, start):
        source = self.source
        found = CharSet()
        negated = source.match("^")
        empty = True
        while True:
            this = source.get()
            if this is None:
                raise error("unterminated character set", source.pattern, start)
            if this == "]" and not empty:
                break
            empty = False
            low = self.set_item(this, flags)
            if source.at < len(source.chars) and source.chars[source.at] == "-":
                source.at += 1
                that = source.get()
                if that is None:
                    raise error("unterminated character set", source.pattern, start)
                if that == "]":
                    if isinstance(low, int):
                        found.add(low, low)
                    else:
                        found.merge(low)
                    found.add(45, 45)
                    break
                high = self.set_item(that, flags)
                if not (isinstance(low, int) and isinstance(high, int)) or high < low:
                    raise source.error("bad character range %s-%s" % (this, that), len(this) + 1 + len(that))
                found.add(low, high)
            elif isinstance(low, int):
                found.add(low, low)
            else:
                found.merge(low)
        if flags & I:
            found.fold(self.folding(flags))
        if negated:
            found.negate()
        return ("set", found)

    # A character's code, or a CharSet.
    def set_item(self, text, flags):
        if len(text) == 1:
            return ord(text)
        source = self.source
        letter = text[1]
        if letter in "dDsSwW":
            return self.category(letter, flags)
        if letter in _OCTAL:
            text += source.get_while(2, _OCTAL)
            code = int(text[1:], 8)
            if code > 0o377:
                raise source.error("octal escape value %s outside of range 0-0o377" % text, len(text))
            return code
        code = _numeric_escape(source, text)
        if code is None:
            code = _ESCAPES.get(letter)
            if code is None:
                if letter in _LETTERS or letter in _DIGITS:
                    raise source.error("bad escape " + text, len(text))
                code = ord(letter)
        return code

    # Behind an opening parenthesis. Returns whether there is now a node that can be repeated.
    def group(self, flags, nodes, first, start):
        source = self.source
        number = None
        name = None
        captures = True
        kind = None
        if source.match("?"):
            char = source.get()
            if char is None:
                raise source.error("unexpected end of pattern")
            if char == "P":
                if source.match("<"):
                    name = source.get_until(">", "group name")
                    source.check_name(name, len(name) + 1)
                elif source.match("="):
                    name = source.get_until(")", "group name")
                    source.check_name(name, len(name) + 1)
                    if name not in self.names:
                        raise source.error("unknown group name %s" % repr(name), len(name) + 1)
                    nodes.append(self.reference_to(self.names[name], flags, len(name) + 1))
                    return True
                else:
                    char = source.get()
                    if char is None:
                        raise source.error("unexpected end of pattern")
                    raise source.error("unknown extension ?P" + char, len(char) + 2)
            elif char == ":":
                captures = False
            elif char == "#":
                while True:
                    if source.at >= len(source.chars):
                        raise error("missing ), unterminated comment", source.pattern, start)
                    if source.get() == ")":
                        return False
            elif char in "=!<":
                nodes.append(self.look(char, flags, start))
                return True
            elif char == "(":
                nodes.append(self.condition(flags, start))
                return True
            elif char == ">":
                captures = False
                kind = "atomic"
            elif char in _FLAGS or char == "-":
                flags = self.inline_flags(char, flags, first and not nodes, start)
                if flags is None:
                    return False
                captures = False
            else:
                raise source.error("unknown extension ?" + char, len(char) + 1)
        if captures:
            number = len(self.widths)
            if name is not None:
                if name in self.names:
                    raise source.error(
                        "redefinition of group name %s as group %d; was group %d"
                        % (repr(name), number, self.names[name]),
                        len(name) + 1,
                    )
                self.names[name] = number
            self.widths.append(None)
        node = self.alternatives(flags)
        self.close(start)
        if kind == "atomic":
            node = ("atomic", node)
        if number is not None:
            self.widths[number] = self.width(node)
            node = ("group", number, node)
        elif node[0] == "at" or node == ("all", []):
            # what is in parentheses can be repeated, even if it is no more than a place
            node = ("all", [node])
        nodes.append(node)
        return True

    def close(self, start):
        if not self.source.match(")"):
            raise error("missing ), unterminated subpattern", self.source.pattern, start)

    def look(self, char, flags, start):
        source = self.source
        behind = False
        outermost = self.behind
        if char == "<":
            char = source.get()
            if char is None:
                raise source.error("unexpected end of pattern")
            if char not in "=!":
                raise source.error("unknown extension ?<" + char, len(char) + 2)
            behind = True
            if outermost is None:
                self.behind = len(self.widths)
        node = self.alternatives(flags)
        self.behind = outermost
        self.close(start)
        return ("look", behind, char == "!", node)

    def condition(self, flags, start):
        source = self.source
        name = source.get_until(")", "group name")
        if is_name(name):
            source.check_name(name, len(name) + 1)
            number = self.names.get(name)
            if number is None:
                raise source.error("unknown group name %s" % repr(name), len(name) + 1)
        else:
            if not all(char in _DIGITS for char in name):
                raise source.error(
                    "bad character in group name %s" % repr(name), len(name) + 1
                )
            number = int(name)
            if not number:
                raise source.error("bad group number", len(name) + 1)
            if number >= MAXGROUPS:
                raise source.error("invalid group reference %d" % number, len(name) + 1)
            if number not in self.conditions:
                self.conditions[number] = source.at - len(name) - 1
        if self.behind is not None and number < len(self.widths):
            self.check_behind(number)
        yes = self.sequence(flags, False)
        no = ("all", [])
        if source.match("|"):
            no = self.sequence(flags, False)
            if source.at < len(source.chars) and source.chars[source.at] == "|":
                raise source.error("conditional backref with more than two branches")
        self.close(start)
        return ("if", number, yes, no)

    # The flags of the group that follows, or None where they were for the whole pattern.
    def inline_flags(self, char, flags, at_start, start):
        source = self.source
        on = off = 0
        if char != "-":
            while True:
                flag = _FLAGS[char]
                if source.is_text:
                    if char == "L":
                        raise source.error("bad inline flags: cannot use 'L' flag with a str pattern")
                elif char == "u":
                    raise source.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
                on |= flag
                if flag & _TYPE_FLAGS and (on & _TYPE_FLAGS) != flag:
                    raise source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                char = source.get()
                if char is None:
                    raise source.error("missing -, : or )")
                if char in ")-:":
                    break
                if char not in _FLAGS:
                    raise source.error("unknown flag" if char.isalpha() else "missing -, : or )", len(char))
        if char == ")":
            if not at_start:
                raise error("global flags not at the start of the expression", source.pattern, start)
            had = self.flags
            if on & A:
                self.flags &= ~U
            self.flags |= on
            if source.is_text and had & A and on & U:
                raise ValueError("ASCII and UNICODE flags are incompatible")
            if on & X and not had & X:
                raise _Restart
            return None
        if char == "-":
            char = source.get()
            if char is None:
                raise source.error("missing flag")
            if char not in _FLAGS:
                raise source.error("unknown flag" if char.isalpha() else "missing flag", len(char))
            while True:
                flag = _FLAGS[char]
                if flag & _TYPE_FLAGS:
                    raise source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                off |= flag
                char = source.get()
                if char is None:
                    raise source.error("missing :")
                if char == ":":
                    break
                if char not in _FLAGS:
                    raise source.error("unknown flag" if char.isalpha() else "missing :", len(char))
        if on & off:
            raise source.error("bad inline flags: flag turned on and off", 1)
        if on & _TYPE_FLAGS:
            flags &= ~_TYPE_FLAGS
        return (flags | on) & ~off

    # The least and the most characters that a node takes.
    def width(self, node):
        kind = node[0]
        if kind in ("char", "set", "line", "any"):
            return 1, 1
        if kind == "all":
            least = most = 0
            for part in node[1]:
                low, high = self.width(part)
                least += low
                most += high
            return min(least, MAXREPEAT), min(most, MAXREPEAT)
        if kind == "or":
            widths = [self.width(part) for part in node[1]]
        elif kind == "if":
            widths = [self.width(node[2]), self.width(node[3])]
        elif kind == "repeat":
            low, high = self.width(node[1])
            return min(low * node[2], MAXREPEAT), min(high * node[3], MAXREPEAT)
        elif kind == "group":
            return self.widths[node[1]] or self.width(node[2])
        elif kind == "atomic":
            return self.width(node[1])
        elif kind == "ref":
            return self.widths[node[1]]
        else:
            return 0, 0
        return min(width[0] for width in widths), max(width[1] for width in widths)


# The parts of a template for sub(): texts and numbers of groups.
def parse_template(template, groups, names):
    source = Source(template)
    is_text = source.is_text
    parts = []
    literal = []

    def flush():
        if literal:
            text = "".join(literal)
            parts.append(text if is_text else bytes([ord(char) for char in text]))
            literal.clear()

    def add_group(number, back):
        if number > groups:
            raise source.error("invalid group reference %d" % number, back)
        flush()
        parts.append(number)

    while True:
        this = source.get()
        if this is None:
            break
        if len(this) == 1:
            literal.append(this)
            continue
        letter = this[1]
        if letter == "g":
            if not source.match("<"):
                raise source.error("missing <")
            name = source.get_until(">", "group name")
            if not is_name(name) and all(char in _DIGITS for char in name):
                number = int(name)
                if number >= MAXGROUPS:
                    raise source.error("invalid group reference %d" % number, len(name) + 1)
                add_group(number, len(name) + 1)
            else:
                source.check_name(name, len(name) + 1)
                if name not in names:
                    raise IndexError("unknown group name %s" % repr(name))
                flush()
                parts.append(names[name])
        elif letter == "0":
            literal.append(chr(int("0" + source.get_while(2, _OCTAL), 8) & 255))
        elif letter in _DIGITS:
            more = source.get_while(1, _DIGITS)
            this += more
            if more and letter in _OCTAL and more in _OCTAL:
                third = source.get_while(1, _OCTAL)
                if third:
                    this += third
                    code = int(this[1:], 8)
                    if code > 0o377:
                        raise source.error("octal escape value %s outside of range 0-0o377" % this, len(this))
                    literal.append(chr(code))
                    continue
            add_group(int(this[1:]), len(this) - 1)
        elif letter in "abfnrtv\\":
            literal.append(chr(_ESCAPES[letter]))
        elif letter in _LETTERS:
            raise source.error("bad escape " + this, len(this))
        else:
            literal.append(this)
    flush()
    return parts
