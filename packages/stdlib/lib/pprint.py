import sys


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(
        indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
    ).pformat(object)


def pprint(
    object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False
):
    PrettyPrinter(
        indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
    ).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._repr(object, (), 0)


def isreadable(object):
    return "<" not in saferepr(object)


def isrecursive(object):
    return "<Recursion on " in saferepr(object)


# Sorts what cannot be compared by type and then by id.
class _Key:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _sorted_items(mapping):
    return sorted(mapping.items(), key=lambda item: _Key(item[0]))


_brackets = {list: ("[", "]"), tuple: ("(", ")"), set: ("{", "}"), frozenset: ("frozenset({", "})")}


class PrettyPrinter:
    def __init__(
        self,
        indent=1,
        width=80,
        depth=None,
        stream=None,
        *,
        compact=False,
        sort_dicts=True,
        underscore_numbers=False
    ):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object) + "\n"
        if self._stream is None:
            print(text, end="")
        else:
            self._stream.write(text)

    def pformat(self, object):
        out = []
        self._format(object, out.append, 0, 0, (), 0)
        return "".join(out)

    def isreadable(self, object):
        return isreadable(object)

    def isrecursive(self, object):
        return isrecursive(object)

    def format(self, object, context, maxlevels, level):
        text = self._repr(object, (), level)
        return text, "<" not in text, "<Recursion on " in text

    # On one line.
    def _repr(self, object, above, level):
        kind = type(object)
        if kind is int and self._underscores:
            return "{:_d}".format(object)
        if kind not in (dict, list, tuple, set, frozenset):
            return repr(object)
        if id(object) in above:
            return "<Recursion on %s with id=%d>" % (kind.__name__, id(object))
        if self._depth is not None and level >= self._depth:
            if not object:
                return repr(object)
            return {dict: "{...}", list: "[...]", tuple: "(...)"}.get(kind, repr(object))
        above += (id(object),)
        if kind is dict:
            items = _sorted_items(object) if self._sort else object.items()
            parts = [self._repr(key, above, level + 1) + ": " + self._repr(value, above, level + 1) for key, value in items]
            return "{%s}" % ", ".join(parts)
        if kind in (set, frozenset):
            if not object:
                return repr(object)
            start, end = _brackets[kind]
            return start + ", ".join([self._repr(item, above, level + 1) for item in sorted(object, key=_Key)]) + end
        parts = [self._repr(item, above, level + 1) for item in object]
        if kind is tuple:
            return "(%s,)" % parts[0] if len(parts) == 1 else "(%s)" % ", ".join(parts)
        return "[%s]" % ", ".join(parts)

    def _format(self, object, write, indent, allowance, above, level):
        text = self._repr(object, above, level)
        if len(text) <= self._width - indent - allowance or id(object) in above:
            write(text)
            return
        kind = type(object)
        inside = above + (id(object),)
        if self._depth is not None and level >= self._depth:
            write(text)
        elif isinstance(object, dict) and object:
            self._format_dict(object, write, indent, allowance, inside, level)
        elif kind in _brackets and object:
            start, end = _brackets[kind]
            items = sorted(object, key=_Key) if kind in (set, frozenset) else object
            write(start)
            if kind is tuple and len(object) == 1:
                end = ",)"
            if self._indent > 1 and kind is not frozenset:
                write(" " * (self._indent - 1))
            extra = len(start) - 1 if kind is frozenset else 0
            self._format_items(list(items), write, indent + extra, allowance + len(end), inside, level)
            write(end)
        elif kind is str and len(object) > 0:
            self._format_str(object, write, indent, allowance, level)
        elif hasattr(object, "__dataclass_fields__") and kind is not type and "__repr__" in kind.__dict__:
            self._format_dataclass(object, write, indent, allowance, inside, level)
        else:
            write(text)

    def _format_dict(self, object, write, indent, allowance, above, level):
        kind = type(object)
        prefix, suffix = "{", "}"
        if kind is not dict:
            name = kind.__name__
            if name == "defaultdict":
                prefix, suffix = "defaultdict(%r,\n%s{" % (object.default_factory, " " * (indent + 12)), "})"
                indent += 12
            elif name == "Counter":
                prefix, suffix = "Counter({", "})"
                indent += 8
            elif name == "OrderedDict":
                write("OrderedDict([")
                items = list(object.items())
                self._format_items(items, write, indent + 12, allowance + 2, above, level)
                write("])")
                return
            else:
                write(repr(object))
                return
        write(prefix)
        if self._indent > 1:
            write(" " * (self._indent - 1))
        if type(object).__name__ == "Counter":
            items = object.most_common()
        else:
            items = _sorted_items(object) if self._sort else list(object.items())
        indent += self._indent
        for i, (key, value) in enumerate(items):
            if i:
                write(",\n" + " " * indent)
            text = self._repr(key, above, level + 1)
            write(text + ": ")
            last = i == len(items) - 1
            self._format(value, write, indent + len(text) + 2, allowance + len(suffix) if last else 1, above, level + 1)
        write(suffix)

    def _format_items(self, items, write, indent, allowance, above, level):
        indent += self._indent
        separator = ",\n" + " " * indent
        between = ""
        width = room = self._width - indent + 1
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, above, level + 1)
                need = len(text) + 2
                if width < need:
                    width = room
                    if between:
                        between = separator
                if width >= need:
                    width -= need
                    write(between)
                    between = ", "
                    write(text)
                    continue
            write(between)
            between = separator
            self._format(item, write, indent, allowance if last else 1, above, level + 1)

    def _format_str(self, object, write, indent, allowance, level):
        lines = object.splitlines(True)
        if level == 0:
            indent += 1
            allowance += 1
        room = width = self._width - indent
        chunks = []
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                room -= allowance
            if len(text) <= room:
                chunks.append(text)
                continue
            parts = _words(line)
            current = ""
            for j, part in enumerate(parts):
                candidate = current + part
                limit = width
                if j == len(parts) - 1 and i == len(lines) - 1:
                    limit -= allowance
                if len(repr(candidate)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(chunks[0])
            return
        if level == 0:
            write("(")
        for i, chunk in enumerate(chunks):
            if i:
                write("\n" + " " * indent)
            write(chunk)
        if level == 0:
            write(")")

    def _format_dataclass(self, object, write, indent, allowance, above, level):
        name = type(object).__name__
        indent += len(name) + 1
        write(name + "(")
        names = [f.name for f in object.__dataclass_fields__.values() if f.repr]
        for i, field in enumerate(names):
            if i:
                write(",\n" + " " * indent)
            write(field + "=")
            last = i == len(names) - 1
            value = getattr(object, field)
            if id(value) in above:
                write("...")
            else:
                self._format(value, write, indent + len(field) + 1, allowance + 1 if last else 1, above, level)
        write(")")


# Words, each with the blanks behind it.
def _words(line):
    parts = []
    start = at = 0
    length = len(line)
    while at < length:
        while at < length and not line[at].isspace():
            at += 1
        while at < length and line[at].isspace():
            at += 1
        parts.append(line[start:at])
        start = at
    return parts
