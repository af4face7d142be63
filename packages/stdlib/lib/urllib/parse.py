from collections import namedtuple
from _http import decode

_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    if not bs:
        return ""
    kept = _ALWAYS_SAFE | set([byte for byte in safe if byte < 128])
    return "".join([chr(byte) if byte in kept else "%%%02X" % byte for byte in bs])


def quote_plus(string, safe="", encoding=None, errors=None):
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


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


def _decoded(data, encoding, errors):
    if errors in (None, "replace"):
        return decode(data, encoding or "utf-8")
    return data.decode(encoding or "utf-8", errors)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return _decoded(unquote_to_bytes(string), encoding, errors)
    if "%" not in string:
        return string
    # Only what the escapes say is in that encoding.
    parts = string.split("%")
    out = [parts[0]]
    run = b""
    for part in parts[1:]:
        digits = part[:2]
        if len(digits) == 2 and digits[0] in _HEX and digits[1] in _HEX:
            run += bytes([int(digits, 16)])
            part = part[2:]
        else:
            part = "%" + part
        if part and run:
            out.append(_decoded(run, encoding, errors))
            run = b""
        out.append(part)
    out.append(_decoded(run, encoding, errors))
    return "".join(out)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    def text(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and isinstance(query, (str, bytes)):
                raise TypeError
        except TypeError:
            raise TypeError("not a valid non-string sequence or mapping object")
    pairs = []
    for name, value in query:
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        name = text(name)
        pairs += [name + "=" + text(item) for item in values]
    return "&".join(pairs)


_WITH_NETLOC = ("http", "https", "ftp", "file", "ws", "wss", "sftp", "git", "git+ssh", "svn", "rsync", "imap", "nfs", "telnet")
_WITH_PARAMS = ("", "http", "https", "ftp", "sftp", "sip", "sips", "tel")
_BLANKS = "".join([chr(code) for code in range(33)])


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
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError("Port could not be cast to integer value as %r" % port)
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)

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
    url = url.lstrip(_BLANKS).replace("\t", "").replace("\r", "").replace("\n", "")
    scheme = scheme.strip(_BLANKS)
    before, colon, rest = url.partition(":")
    if colon and _is_scheme(before):
        scheme, url = before.lower(), rest
    if url.startswith("//"):
        ends = [at for at in (url.find(c, 2) for c in "/?#") if at >= 0]
        end = min(ends) if ends else len(url)
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    if scheme not in _WITH_PARAMS:
        return ParseResult(scheme, netloc, path, "", query, fragment)
    folder, slash, last = path.rpartition("/")
    last, _, params = last.partition(";")
    return ParseResult(scheme, netloc, folder + slash + last, params, query, fragment)


def urlunsplit(parts):
    scheme, netloc, url, query, fragment = parts
    if netloc or (scheme in _WITH_NETLOC and url[:2] != "//"):
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
    parts = parts[:1] + [part for part in parts[1:-1] if part] + parts[1:][-1:]
    for part in parts:
        if part == "..":
            if out:
                out.pop()
        elif part != ".":
            out.append(part)
    if parts[-1] in (".", ".."):
        out.append("")
    return "/".join(out) or "/"


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


class DefragResult(namedtuple("DefragResult", ("url", "fragment"))):
    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


def urldefrag(url):
    before, _, fragment = url.partition("#")
    return DefragResult(before, fragment)


def parse_qsl(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"
):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if not qs:
        return []
    if max_num_fields is not None and qs.count(separator) >= max_num_fields:
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for part in qs.split(separator):
        if not part and not strict_parsing:
            continue
        name, equals, value = part.partition("=")
        if not equals and strict_parsing:
            raise ValueError("bad query field: %r" % (part,))
        if value or keep_blank_values:
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"
):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found
