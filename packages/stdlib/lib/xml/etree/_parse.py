# XML to calls of a target: start, data, end. No entities are defined, nothing outside is read.

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_SPACE = " \t\r\n"
_XML = "http://www.w3.org/XML/1998/namespace"
_BAD_IN_NAME = "!\"#$%&'()*+,/;<=>?@[\\]^`{|}~"


class ParseError(SyntaxError):
    pass


class XMLParser:
    def __init__(self, *, target=None, encoding=None):
        if target is None:
            from xml.etree.ElementTree import TreeBuilder

            target = TreeBuilder()
        self.target = target
        self._encoding = encoding
        self._parts = []

    def feed(self, data):
        self._parts.append(data)

    def close(self):
        parts = self._parts
        if parts and not isinstance(parts[0], str):
            text = _decoded(b"".join([bytes(part) for part in parts]), self._encoding)
        else:
            text = "".join(parts)
        self._text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        self._document()
        return self.target.close() if hasattr(self.target, "close") else None

    def _error(self, message, code, at):
        text = self._text
        at = min(at, len(text))
        position = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at) - 1
        error = ParseError("%s: line %d, column %d" % ((message,) + position))
        error.code = code
        error.position = position
        return error

    def _invalid(self, at):
        return self._error("not well-formed (invalid token)", 4, at)

    def _document(self):
        text = self._text
        at = 0
        end = len(text)
        scope = {"xml": _XML}
        open_tags = []
        seen_root = False
        target = self.target
        while at < end:
            next = text.find("<", at)
            stop = end if next < 0 else next
            if stop > at:
                if open_tags:
                    target.data(self._content(at, stop))
                elif text[at:stop].strip(_SPACE):
                    while text[at] in _SPACE:
                        at += 1
                    raise self._error("junk after document element", 9, at) if seen_root else self._error("syntax error", 2, at)
            if next < 0:
                at = end
                break
            at = next
            mark = text[at + 1 : at + 2]
            if mark == "/":
                close = text.find(">", at)
                if close < 0:
                    raise self._error("unclosed token", 5, at)
                name = text[at + 2 : close].rstrip(_SPACE)
                if not open_tags:
                    raise self._invalid(at + 1)
                opened, tag, scope = open_tags.pop()
                if opened != name:
                    raise self._error("mismatched tag", 7, at + 2)
                target.end(tag)
                at = close + 1
            elif mark == "!":
                at = self._declaration(at, bool(open_tags), seen_root)
            elif mark == "?":
                close = text.find("?>", at)
                if close < 0:
                    raise self._error("unclosed token", 5, at)
                if text.startswith("<?xml", at) and text[at + 5] in _SPACE and at:
                    raise self._error("XML or text declaration not at start of entity", 30, at)
                at = close + 2
            else:
                if seen_root and not open_tags:
                    raise self._error("junk after document element", 9, at)
                seen_root = True
                name, attributes, empty, at = self._start(at)
                outer = scope
                if attributes:
                    attributes, scope = self._namespaces(attributes, scope)
                tag = self._expanded(name, scope, True, next)
                target.start(tag, attributes)
                if empty:
                    target.end(tag)
                    scope = outer
                else:
                    open_tags.append((name, tag, outer))
        if open_tags or not seen_root:
            raise self._error("no element found", 3, end)

    def _start(self, at):
        text = self._text
        begin = at
        name, at = self._name(at + 1)
        attributes = {}
        while True:
            before = at
            at = self._skip(at, begin)
            char = text[at]
            if char == ">":
                return name, attributes, False, at + 1
            if char == "/":
                if not text.startswith("/>", at):
                    raise self._invalid(at + 1)
                return name, attributes, True, at + 2
            if before == at:
                raise self._invalid(at)
            key, key_end = self._name(at)
            if key in attributes:
                raise self._error("duplicate attribute", 8, at)
            at = self._skip(key_end, begin)
            if text[at] != "=":
                raise self._invalid(at)
            at = self._skip(at + 1, begin)
            quote = text[at]
            if quote not in "\"'":
                raise self._invalid(at)
            close = text.find(quote, at + 1)
            if close < 0:
                raise self._error("unclosed token", 5, begin)
            less = text.find("<", at, close)
            if less >= 0:
                raise self._invalid(less)
            value = self._content(at + 1, close, True)
            attributes[key] = value
            at = close + 1

    def _skip(self, at, begin):
        text = self._text
        end = len(text)
        while at < end and text[at] in _SPACE:
            at += 1
        if at >= end:
            raise self._error("unclosed token", 5, begin)
        return at

    def _name(self, at):
        text = self._text
        start, end = at, len(self._text)
        while at < end:
            char = text[at]
            if char in _SPACE or char in _BAD_IN_NAME:
                break
            at += 1
        if at == start or text[start] in "0123456789-.":
            raise self._invalid(start)
        return text[start:at], at

    def _content(self, at, stop, attribute=False):
        text = self._text[at:stop]
        if attribute and ("\n" in text or "\t" in text):
            text = text.replace("\n", " ").replace("\t", " ")
        if not attribute:
            wrong = text.find("]]>")
            if wrong >= 0:
                raise self._invalid(at + wrong)
        if "&" not in text:
            return text
        first, *parts = text.split("&")
        out = [first]
        at += len(first)
        for part in parts:
            name, semicolon, rest = part.partition(";")
            if not semicolon or not name:
                raise self._invalid(at + 1)
            if name in _NAMED:
                out.append(_NAMED[name])
            elif name[0] == "#":
                try:
                    code = int(name[2:], 16) if name[1:2] == "x" else int(name[1:])
                    out.append(chr(code))
                except (ValueError, OverflowError):
                    raise self._error("reference to invalid character number", 14, at)
                if code < 32 and code not in (9, 10, 13):
                    raise self._error("reference to invalid character number", 14, at)
            else:
                raise self._error("undefined entity", 11, at)
            out.append(rest)
            at += len(part) + 1
        return "".join(out)

    # A comment, CDATA or the document's type, which is passed over.
    def _declaration(self, at, inside, seen_root):
        text = self._text
        if text.startswith("<!--", at):
            close = text.find("-->", at + 4)
            if close < 0:
                raise self._error("unclosed token", 5, at)
            return close + 3
        if inside and text.startswith("<![CDATA[", at):
            close = text.find("]]>", at)
            if close < 0:
                raise self._error("unclosed CDATA section", 20, at)
            self.target.data(text[at + 9 : close])
            return close + 3
        if inside or seen_root or not text.startswith("<!DOCTYPE", at):
            raise self._invalid(at + 2)
        close = text.find(">", at)
        inner = text.find("[", at)
        if 0 <= inner < close:
            end = text.find("]", inner)
            if "<!ENTITY" in text[inner:end]:
                raise self._error("entities of a document are not expanded here", 11, text.find("<!ENTITY", inner))
            close = text.find(">", end)
        if close < 0:
            raise self._error("unclosed token", 5, at)
        return close + 1

    def _namespaces(self, attributes, scope):
        names = [key for key in attributes if key.startswith("xmlns")]
        if names:
            scope = dict(scope)
            for key in names:
                if key == "xmlns":
                    scope[""] = attributes.pop(key)
                elif key[5] == ":":
                    scope[key[6:]] = attributes.pop(key)
        return {self._expanded(key, scope, False, 0): value for key, value in attributes.items()}, scope

    def _expanded(self, name, scope, is_tag, at):
        prefix, colon, local = name.partition(":")
        if not colon:
            uri = scope.get("") if is_tag else None
            return "{%s}%s" % (uri, name) if uri else name
        if prefix not in scope:
            raise self._error("unbound prefix", 27, at)
        return "{%s}%s" % (scope[prefix], local)


def _decoded(data, encoding):
    if encoding is None:
        encoding = "utf-8"
        if data.startswith(b"<?xml"):
            head = data[: data.find(b"?>")].decode("latin-1")
            at = head.find("encoding=")
            if at >= 0:
                quote = head[at + 9 : at + 10]
                encoding = head[at + 10 : head.find(quote, at + 10)]
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    return data.decode(encoding)
