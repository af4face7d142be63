# A tree to text.

_prefixes = {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def Comment(text=None):
    from xml.etree.ElementTree import Element

    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    from xml.etree.ElementTree import Element

    element = Element(ProcessingInstruction)
    element.text = target + " " + text if text else target
    return element


PI = ProcessingInstruction


def register_namespace(prefix, uri):
    if prefix[:2] == "ns" and prefix[2:].isdigit():
        raise ValueError("Prefix format reserved for internal use")
    for known, name in list(_prefixes.items()):
        if known == uri or name == prefix:
            del _prefixes[known]
    _prefixes[uri] = prefix


def indent(tree, space="  ", level=0):
    if hasattr(tree, "getroot"):
        tree = tree.getroot()
    if level < 0:
        raise ValueError("Initial indentation level must be >= 0, got %d" % level)
    if len(tree):
        _indent(tree, "\n" + level * space, space)


def _indent(element, outer, space):
    inner = outer + space
    if not element.text or not element.text.strip():
        element.text = inner
    for child in element:
        if len(child):
            _indent(child, inner, space)
        if not child.tail or not child.tail.strip():
            child.tail = inner
    if not child.tail.strip():
        child.tail = outer


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    text = _document(element, encoding, xml_declaration, default_namespace, method, short_empty_elements)
    if encoding == "unicode":
        return text
    return _encoded(text, encoding)


def write_to(root, file, encoding, declaration, default_namespace, method, short):
    text = _document(root, encoding, declaration, default_namespace, method, short, True)
    data = text if encoding == "unicode" else _encoded(text, encoding)
    if hasattr(file, "write"):
        file.write(data)
        return
    out = open(file, "w" if encoding == "unicode" else "wb")
    try:
        out.write(data)
    finally:
        out.close()


def _encoded(text, encoding):
    if (encoding or "us-ascii").lower() in ("us-ascii", "ascii"):
        if not text.isascii():
            text = "".join([char if ord(char) < 128 else "&#%d;" % ord(char) for char in text])
        return text.encode()
    return text.encode(encoding)


def _document(root, encoding, declaration, default_namespace, method, short, to_file=False):
    if method not in (None, "xml", "text", "html"):
        raise ValueError("unknown method %r" % method)
    if method == "text":
        return "".join(root.itertext())
    out = []
    name = encoding or "us-ascii"
    if method != "html" and (declaration or (declaration is None and name.lower() not in ("utf-8", "us-ascii", "unicode"))):
        out.append("<?xml version='1.0' encoding='%s'?>\n" % ("UTF-8" if name == "unicode" else name))
    names, spaces = _names(root, default_namespace)
    _write(out, root, names, spaces, short)
    return "".join(out)


# The prefixed name of each tag and key, and the prefixes that the root declares.
def _names(root, default_namespace):
    names = {}
    spaces = {}
    if default_namespace:
        spaces[default_namespace] = ""

    def add(name, is_tag):
        name = getattr(name, "text", name)
        if not isinstance(name, str):
            raise TypeError("cannot serialize %r (type %s)" % (name, type(name).__name__))
        if name in names:
            return
        if name[:1] != "{":
            if default_namespace and is_tag:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            names[name] = name
            return
        uri, _, local = name[1:].rpartition("}")
        if uri not in spaces:
            prefix = _prefixes.get(uri)
            if prefix is None:
                prefix = "ns%d" % len(spaces)
            if prefix == "xml":
                names[name] = "xml:" + local
                return
            spaces[uri] = prefix
        prefix = spaces[uri]
        names[name] = prefix + ":" + local if prefix else local

    for element in root.iter():
        if element.tag is not None and element.tag is not Comment and element.tag is not PI:
            add(element.tag, True)
        for key in element.attrib:
            add(key, False)
    return names, spaces


def _text(value):
    if not isinstance(value, str):
        raise TypeError("cannot serialize %r (type %s)" % (value, type(value).__name__))
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    if ">" in value:
        value = value.replace(">", "&gt;")
    return value


def _attribute(value):
    value = _text(getattr(value, "text", value))
    if '"' in value:
        value = value.replace('"', "&quot;")
    if "\r" in value:
        value = value.replace("\r", "&#13;")
    if "\n" in value:
        value = value.replace("\n", "&#10;")
    if "\t" in value:
        value = value.replace("\t", "&#09;")
    return value


def _write(out, root, names, spaces, short):
    left = [root]
    while left:
        element = left.pop()
        if isinstance(element, str):
            out.append(element)
            continue
        tag = element.tag
        text = element.text
        tail = _text(element.tail) if element.tail else ""
        if tag is Comment:
            out.append("<!--%s-->%s" % (text, tail))
            continue
        if tag is PI:
            out.append("<?%s?>%s" % (text, tail))
            continue
        if tag is None:
            if text:
                out.append(_text(text))
            left.append(tail)
            left.extend(reversed(element[:]))
            continue
        name = names[getattr(tag, "text", tag)]
        out.append("<" + name)
        if spaces:
            for uri, prefix in sorted(spaces.items(), key=lambda item: item[1]):
                out.append(' xmlns%s="%s"' % (":" + prefix if prefix else "", _attribute(uri)))
            spaces = None
        for key, value in element.attrib.items():
            out.append(' %s="%s"' % (names[getattr(key, "text", key)], _attribute(value)))
        if text or len(element) or not short:
            out.append(">")
            if text:
                out.append(_text(text))
            left.append("</%s>%s" % (name, tail))
            left.extend(reversed(element[:]))
        else:
            out.append(" />" + tail)
