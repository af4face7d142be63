# Constants and templates of strings.

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2
    pattern = None

    def __init__(self, template):
        self.template = template

    @classmethod
    def _compiled(cls):
        import re

        own = cls.pattern
        if own is not None:
            return re.compile(own, cls.flags | re.VERBOSE) if isinstance(own, str) else own
        delimiter = re.escape(cls.delimiter)
        name = cls.idpattern
        braced = cls.braceidpattern or name
        return re.compile(
            "%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))" % (delimiter, delimiter, name, braced),
            cls.flags,
        )

    def _refuse(self, match):
        start = match.start("invalid")
        lines = self.template[:start].splitlines(True)
        if not lines:
            line, column = 1, 1
        else:
            line, column = len(lines), start - len("".join(lines[:-1]))
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _replace(self, mapping, keywords, is_safe):
        if mapping is None:
            mapping = keywords
        elif keywords:
            merged = dict(mapping)
            merged.update(keywords)
            mapping = merged

        def one(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                if not is_safe:
                    return str(mapping[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is not None:
                if is_safe:
                    return match.group()
                self._refuse(match)
            raise ValueError("Unrecognized named group in pattern")

        return self._compiled().sub(one, self.template)

    def substitute(self, mapping=None, **keywords):
        return self._replace(mapping, keywords, False)

    def safe_substitute(self, mapping=None, **keywords):
        return self._replace(mapping, keywords, True)

    def is_valid(self):
        for match in self._compiled().finditer(self.template):
            if match.group("invalid") is not None:
                return False
        return True

    def get_identifiers(self):
        found = []
        for match in self._compiled().finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is not None and name not in found:
                found.append(name)
        return found


# The name or number that a field begins with, and where the rest of it begins.
def _field_start(text):
    at = 0
    while at < len(text) and text[at] not in ".[":
        at += 1
    first = text[:at]
    return int(first) if first.isdigit() else first, at


class Formatter:
    def format(self, format_string, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            first, at = _field_start(name)
            if first == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto) + name
                auto += 1
            elif isinstance(first, int):
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(value, spec))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return ("{:%s}" % format_spec).format(value)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier %s" % conversion)

    def parse(self, format_string):
        text = format_string
        at = 0
        literal = []
        end = len(text)
        while at < end:
            char = text[at]
            if char == "{":
                if at + 1 < end and text[at + 1] == "{":
                    literal.append("{")
                    yield "".join(literal), None, None, None
                    literal = []
                    at += 2
                    continue
                field_end = self._field_end(text, at + 1)
                field = text[at + 1 : field_end]
                at = field_end + 1
                yield ("".join(literal),) + self._split_field(field)
                literal = []
            elif char == "}":
                if at + 1 < end and text[at + 1] == "}":
                    literal.append("}")
                    yield "".join(literal), None, None, None
                    literal = []
                    at += 2
                    continue
                raise ValueError("Single '}' encountered in format string")
            else:
                next = at + 1
                while next < end and text[next] not in "{}":
                    next += 1
                literal.append(text[at:next])
                at = next
        if literal:
            yield "".join(literal), None, None, None

    def _field_end(self, text, at):
        depth = 1
        in_brackets = False
        if at >= len(text):
            raise ValueError("Single '{' encountered in format string")
        while at < len(text):
            char = text[at]
            if char == "[" and depth == 1:
                in_brackets = True
            elif char == "]":
                in_brackets = False
            elif not in_brackets:
                if char == "{":
                    depth += 1
                elif char == "}":
                    depth -= 1
                    if not depth:
                        return at
            at += 1
        raise ValueError("expected '}' before end of string")

    def _split_field(self, field):
        at = 0
        in_brackets = False
        while at < len(field):
            char = field[at]
            if char == "[":
                in_brackets = True
            elif char == "]":
                in_brackets = False
            elif not in_brackets and char in "!:":
                break
            at += 1
        name, rest = field[:at], field[at:]
        conversion = None
        if rest.startswith("!"):
            if len(rest) < 2:
                raise ValueError("end of string while looking for conversion specifier")
            conversion = rest[1]
            rest = rest[2:]
            if rest and rest[0] != ":":
                raise ValueError("expected ':' after conversion specifier")
        return name, rest[1:], conversion

    def get_field(self, field_name, args, kwargs):
        first, at = _field_start(field_name)
        value = self.get_value(first, args, kwargs)
        while at < len(field_name):
            if field_name[at] == ".":
                end = at + 1
                while end < len(field_name) and field_name[end] not in ".[":
                    end += 1
                name = field_name[at + 1 : end]
                if not name:
                    raise ValueError("Empty attribute in format string")
                value = getattr(value, name)
                at = end
            elif field_name[at] == "[":
                end = field_name.find("]", at)
                if end < 0:
                    raise ValueError("Missing ']' in format string")
                key = field_name[at + 1 : end]
                if not key:
                    raise ValueError("Empty attribute in format string")
                value = value[int(key) if key.isdigit() else key]
                at = end + 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return value, first
