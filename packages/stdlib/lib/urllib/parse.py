from collections import namedtuple
from _http import decode

_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    data = string.encode() if isinstance(string, str) else bytes(string)
    kept = _ALWAYS_SAFE | set(safe.encode() if isinstance(safe, str) else safe)
    return "".join([chr(byte) if byte in kept else "%%%02X" % byte for byte in data])


def quote_plus(string, safe="", encoding=None, errors=None):
    return quote(string, (safe if isinstance(safe, str) else safe.decode()) + " ").replace(" ", "+")


def quote_from_bytes(data, safe="/"):
    return quote(data, safe)


def unquote_to_bytes(string):
    data = string.encode() if isinstance(string, str) else bytes(string)
    first, *parts = data.split(b"%")
    out = [first]
    for part in parts:
        try:
            digits = part[:2].decode()
            if len(digits) != 2 or not (digits[0] in _HEX and digits[1] in _HEX):
                raise ValueError
            out.append(bytes([int(digits, 16)]) + part[2:])
        except ValueError:
            out.append(b"%" + part)
    return b"".join(out)


_HEX = "0123456789abcdefABCDEF"


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        string = string.decode()
    if "%" not in string:
        return string
    return decode(unquote_to_bytes(string), encoding)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "))


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    def text(value):
        return quote_via(value if isinstance(value, (str, bytes)) else str(value), safe)

    pairs = []
    for name, value in query.items() if hasattr(query, "items") else query:
        values = value if doseq and isinstance(value, (list, tuple, set)) else [value]
        pairs += [text(name) + "=" + text(item) for item in values]
    return "&".join(pairs)


class _Authority:
    @property
    def _host_and_port(self):
        host = self.netloc.rpartition("@")[2]
        if host.startswith("["):
            name, _, rest = host[1:].partition("]")
            return name, rest[1:]
        name, _, port = host.partition(":")
        return name, port

    @property
    def hostname(self):
        return self._host_and_port[0].lower() or None

    @property
    def port(self):
        port = self._host_and_port[1]
        return int(port) if port else None

    @property
    def username(self):
        before, at, _ = self.netloc.rpartition("@")
        return before.partition(":")[0] if at else None

    @property
    def password(self):
        before, at, _ = self.netloc.rpartition("@")
        user, colon, password = before.partition(":")
        return password if at and colon else None


class SplitResult(namedtuple("SplitResult", ("scheme", "netloc", "path", "query", "fragment")), _Authority):
    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple("ParseResult", ("scheme", "netloc", "path", "params", "query", "fragment")), _Authority):
    def geturl(self):
        return urlunparse(self)


def _is_scheme(text):
    return text != "" and text[0].isalpha() and all(c.isalpha() or c.isdigit() or c in "+-." for c in text)


def urlsplit(url, scheme="", allow_fragments=True):
    netloc = query = fragment = ""
    before, colon, rest = url.partition(":")
    if colon and _is_scheme(before):
        scheme, url = before.lower(), rest
    if url.startswith("//"):
        ends = [at for at in (url.find(c, 2) for c in "/?#") if at >= 0]
        end = min(ends) if ends else len(url)
        netloc, url = url[2:end], url[end:]
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    folder, slash, last = path.rpartition("/")
    last, _, params = last.partition(";")
    return ParseResult(scheme, netloc, folder + slash + last, params, query, fragment)


def urlunsplit(parts):
    scheme, netloc, url, query, fragment = parts
    if netloc:
        url = "//" + netloc + ("/" if url and url[0] != "/" else "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    return url + "#" + fragment if fragment else url


def urlunparse(parts):
    scheme, netloc, path, params, query, fragment = parts
    return urlunsplit((scheme, netloc, path + ";" + params if params else path, query, fragment))


def _without_dots(path):
    out = []
    parts = path.split("/")
    for part in parts:
        if part == "..":
            if len(out) > 1:
                out.pop()
        elif part != ".":
            out.append(part)
    if parts[-1] in (".", ".."):
        out.append("")
    return "/".join(out)


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    scheme, netloc, path, query, fragment = urlsplit(base)
    new = urlsplit(url, scheme)
    if new.scheme != scheme or new.scheme not in ("http", "https", "ftp", "file", ""):
        return url
    if new.netloc:
        return urlunsplit(new)
    if not new.path:
        return urlunsplit((scheme, netloc, path, new.query or query, new.fragment))
    if not new.path.startswith("/"):
        path = path.rpartition("/")[0] + "/" + new.path if path or not netloc else "/" + new.path
        if not netloc and not urlsplit(base).path.rpartition("/")[1]:
            path = new.path
    else:
        path = new.path
    return urlunsplit((scheme, netloc, _without_dots(path), new.query, new.fragment))


def urldefrag(url):
    before, _, fragment = url.partition("#")
    return before, fragment


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False):
    pairs = []
    for part in qs.split("&"):
        name, equals, value = part.partition("=")
        if part and (value or keep_blank_values):
            pairs.append((unquote_plus(name), unquote_plus(value)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values):
        found.setdefault(name, []).append(value)
    return found
