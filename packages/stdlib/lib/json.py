# JSON as in CPython. overlay/library/jsonDecode.ts and overlay/library/jsonEncode.ts do the work; what is not of a plain type comes back here.

from _native import (
    json_decode as _decode,
    json_encode as _encode,
    json_quote as _quote,
    regex_bytes as _bytes_before,
    regex_chars as _chars,
)

_FAULTS = (
    None,
    "Expecting value",
    "Unterminated string starting at",
    "Invalid control character at",
    "Invalid \\escape",
    "Invalid \\uXXXX escape",
    "Expecting property name enclosed in double quotes",
    "Expecting ':' delimiter",
    "Expecting ',' delimiter",
)
_SPACES = " \t\n\r"


class JSONDecodeError(ValueError):
    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__("%s: line %d column %d (char %d)" % (msg, self.lineno, self.colno, pos))

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder:
    def __init__(
        self,
        *,
        object_hook=None,
        parse_float=None,
        parse_int=None,
        parse_constant=None,
        strict=True,
        object_pairs_hook=None
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    # The value whose text begins at a byte, and the byte behind it.
    def _scan(self, s, start):
        found = _decode(
            s,
            start,
            bool(self.strict),
            self.object_hook,
            self.object_pairs_hook,
            None if self.parse_float is float else self.parse_float,
            None if self.parse_int is int else self.parse_int,
            self.parse_constant,
        )
        if len(found) == 3:
            raise JSONDecodeError(_FAULTS[found[0]], s, _chars(s, 0, found[1]))
        return found

    def decode(self, s):
        start = 0
        if s and s[0] in _SPACES:
            start = len(s) - len(s.lstrip(_SPACES))
        value, end = self._scan(s, start)
        at = _chars(s, 0, end)
        if at < len(s):
            rest = s[at:].lstrip(_SPACES)
            if rest:
                raise JSONDecodeError("Extra data", s, len(s) - len(rest))
        return value

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        value, end = self._scan(s, _bytes_before(s, idx))
        return value, _chars(s, 0, end)


def _encode_float(value, allow_nan):
    if value != value:
        text = "NaN"
    elif value == float("inf"):
        text = "Infinity"
    elif value == float("-inf"):
        text = "-Infinity"
    else:
        return repr(float(value))
    if not allow_nan:
        raise ValueError("Out of range float values are not JSON compliant")
    return text


def _sorted_items(mapping):
    return sorted(mapping.items())


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self,
        *,
        skipkeys=False,
        ensure_ascii=True,
        check_circular=True,
        allow_nan=True,
        sort_keys=False,
        indent=None,
        separators=None,
        default=None
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % type(o).__name__)

    # What the encoder does not know: a tuple of its text, or of an object to write in its place and None.
    def _convert(self, o):
        if isinstance(o, str):
            return (_quote(o, bool(self.ensure_ascii)),)
        if isinstance(o, int):
            return (str(int(o)),)
        if isinstance(o, float):
            return (_encode_float(o, self.allow_nan),)
        if isinstance(o, (list, tuple)):
            return list(o), None
        if isinstance(o, dict):
            plain = {}
            for key, value in o.items():
                plain[key] = value
            return plain, None
        return self.default(o), None

    def _convert_key(self, key):
        if isinstance(key, str):
            return key + ""
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return str(int(key))
        if isinstance(key, float):
            return _encode_float(key, self.allow_nan)
        if self.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, not " + type(key).__name__)

    def encode(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        text = _encode(
            o,
            bool(self.ensure_ascii),
            self.item_separator,
            self.key_separator,
            indent,
            self._convert,
            self._convert_key,
            _sorted_items if self.sort_keys else None,
            repr,
        )
        if text == 1:
            raise RecursionError("maximum recursion depth exceeded while encoding a JSON object")
        if text == 2:
            if self.check_circular:
                raise ValueError("Circular reference detected")
            raise RecursionError("maximum recursion depth exceeded while encoding a JSON object")
        return text

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


_encoder = JSONEncoder()
_decoder = JSONDecoder()


def dumps(
    obj,
    *,
    skipkeys=False,
    ensure_ascii=True,
    check_circular=True,
    allow_nan=True,
    cls=None,
    indent=None,
    separators=None,
    default=None,
    sort_keys=False,
    **kw
):
    if cls is None:
        if (
            not skipkeys
            and ensure_ascii
            and check_circular
            and allow_nan
            and indent is None
            and separators is None
            and default is None
            and not sort_keys
        ):
            return _encoder.encode(obj)
        cls = JSONEncoder
    return cls(
        skipkeys=skipkeys,
        ensure_ascii=ensure_ascii,
        check_circular=check_circular,
        allow_nan=allow_nan,
        indent=indent,
        separators=separators,
        default=default,
        sort_keys=sort_keys,
        **kw
    ).encode(obj)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


def loads(
    s,
    *,
    cls=None,
    object_hook=None,
    parse_float=None,
    parse_int=None,
    parse_constant=None,
    object_pairs_hook=None,
    **kw
):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    else:
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError("the JSON object must be str, bytes or bytearray, not %s" % type(s).__name__)
        s = bytes(s)
        if s.startswith(b"\xef\xbb\xbf"):
            s = s[3:]
        s = s.decode("utf-8")
    if (
        cls is None
        and object_hook is None
        and parse_int is None
        and parse_float is None
        and parse_constant is None
        and object_pairs_hook is None
        and not kw
    ):
        return _decoder.decode(s)
    if cls is None:
        cls = JSONDecoder
    if object_hook is not None:
        kw["object_hook"] = object_hook
    if object_pairs_hook is not None:
        kw["object_pairs_hook"] = object_pairs_hook
    if parse_float is not None:
        kw["parse_float"] = parse_float
    if parse_int is not None:
        kw["parse_int"] = parse_int
    if parse_constant is not None:
        kw["parse_constant"] = parse_constant
    return cls(**kw).decode(s)


def load(fp, **options):
    return loads(fp.read(), **options)
