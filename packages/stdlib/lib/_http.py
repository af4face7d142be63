# What requests and urllib.request share: one request, made by the host.

_host = __host__


class Failure(Exception):
    """A request that the host refused, or that failed: kind is the name of an exception of requests."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


def send(method, url, headers, body=None, timeout=None, redirects=True):
    """Gives a dict: status, reason, url, headers (pairs), body (bytes), history."""
    request = {
        "method": method,
        "url": url,
        "headers": headers,
        "body": body,
        "timeout": timeout,
        "redirects": redirects,
    }
    answer = _host(("call", "__fetch__", (request,), {}))
    if len(answer) == 1:
        return answer[0]
    kind, message = answer
    if kind == "NameError":
        kind = "NotAllowed"
        message = 'the network is off; the host turns it on for a Session: network: { allow: ["https://..."] }'
    raise Failure(kind, message)


class Headers:
    """A dict whose keys are strings, compared without case; it keeps them as they were written."""

    def __init__(self, items=None, **more):
        self._items = {}
        self.update(items, **more)

    def update(self, items=None, **more):
        for source in (items, more):
            if source is not None:
                for name, value in source.items() if hasattr(source, "items") else source:
                    self[name] = value

    def add(self, name, value):
        old = self.get(name)
        self[name] = value if old is None else old + ", " + value

    def copy(self):
        return type(self)(self)

    def get(self, name, default=None):
        found = self._items.get(name.lower())
        return default if found is None else found[1]

    def setdefault(self, name, value=None):
        if name not in self:
            self[name] = value
        return self[name]

    def pop(self, name, *default):
        found = self._items.pop(name.lower(), *([(None, value) for value in default]))
        return found[1]

    def items(self):
        return list(self._items.values())

    def keys(self):
        return [name for name, value in self._items.values()]

    def values(self):
        return [value for name, value in self._items.values()]

    def __getitem__(self, name):
        try:
            return self._items[name.lower()][1]
        except KeyError:
            raise KeyError(name)

    def __setitem__(self, name, value):
        self._items[name.lower()] = (name, value)

    def __delitem__(self, name):
        del self._items[name.lower()]

    def __contains__(self, name):
        return name.lower() in self._items

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._items)

    def __eq__(self, other):
        return {name.lower(): value for name, value in self.items()} == {
            name.lower(): value for name, value in other.items()
        }

    def __repr__(self):
        return repr(dict(self.items()))


def received(pairs):
    """The headers of a response: those that came more than once are joined."""
    headers = Headers()
    for name, value in pairs:
        headers.add(name, value)
    return headers


def charset(content_type):
    """The charset parameter of a Content-Type, in lower case; None where there is none."""
    for part in (content_type or "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("'\"").lower()
    return None


def decode(data, encoding):
    """Text of bytes: what is not in the encoding becomes U+FFFD."""
    if encoding in ("iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252"):
        return "".join(map(chr, data))
    if data[:3] == b"\xef\xbb\xbf":
        data = data[3:]
    try:
        return data.decode()
    except UnicodeError:
        return "\n".join(map(_decode_line, data.split(b"\n")))


def _decode_line(data):
    try:
        return data.decode()
    except UnicodeError:
        pass
    out = []
    at = 0
    while at < len(data):
        for length in (1, 2, 3, 4):
            try:
                out.append(data[at : at + length].decode())
                break
            except UnicodeError:
                pass
        else:
            length = 1
            out.append("\ufffd")
        at += length
    return "".join(out)
