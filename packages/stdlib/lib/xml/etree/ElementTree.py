# XML as a tree of elements. Entities are the five that XML defines and numbers: a document cannot define others, so none can expand.

from xml.etree._parse import ParseError, XMLParser
from xml.etree._write import Comment, PI, ProcessingInstruction, indent, register_namespace, tostring, write_to

VERSION = "1.3.0"


class Element:
    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError("attrib must be dict, not %s" % type(attrib).__name__)
        self.tag = tag
        self.attrib = dict(attrib)
        self.attrib.update(extra)
        self.text = None
        self.tail = None
        self._children = []

    def __repr__(self):
        return "<Element %r at 0x%x>" % (self.tag, id(self))

    def makeelement(self, tag, attrib):
        return Element(tag, attrib)

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        return len(self._children) != 0

    def __iter__(self):
        return iter(self._children)

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range")

    def __setitem__(self, index, element):
        if not isinstance(index, slice):
            _must_be_element(element)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError("child assignment index out of range")

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError("child assignment index out of range")

    def append(self, subelement):
        _must_be_element(subelement)
        self._children.append(subelement)

    def extend(self, elements):
        for element in elements:
            self.append(element)

    def insert(self, index, subelement):
        _must_be_element(subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement):
        for at, child in enumerate(self._children):
            if child is subelement or child == subelement:
                del self._children[at]
                return
        raise ValueError("list.remove(x): x not in list")

    def find(self, path, namespaces=None):
        for found in self.iterfind(path, namespaces):
            return found
        return None

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        return default if found is None else found.text or ""

    def findall(self, path, namespaces=None):
        return list(self.iterfind(path, namespaces))

    def iterfind(self, path, namespaces=None):
        from xml.etree._path import iterfind

        return iterfind(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value):
        self.attrib[key] = value

    def keys(self):
        return self.attrib.keys()

    def items(self):
        return self.attrib.items()

    # A list of what is left, instead of recursion: a tree may be deep.
    def iter(self, tag=None):
        if tag == "*":
            tag = None
        left = [self]
        while left:
            element = left.pop()
            if tag is None or element.tag == tag:
                yield element
            left.extend(reversed(element._children))

    def itertext(self):
        left = [self]
        while left:
            item = left.pop()
            if isinstance(item, str):
                yield item
            else:
                if item.text:
                    yield item.text
                for child in reversed(item._children):
                    if child.tail:
                        left.append(child.tail)
                    left.append(child)


def _must_be_element(value):
    if not isinstance(value, Element):
        raise TypeError("append() argument must be xml.etree.ElementTree.Element, not %s" % type(value).__name__)


def SubElement(parent, tag, attrib={}, **extra):
    element = Element(tag, attrib, **extra)
    parent.append(element)
    return element


def iselement(element):
    return hasattr(element, "tag")


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = "{%s}%s" % (text_or_uri, tag) if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return "<QName %r>" % self.text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)


class ElementTree:
    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def parse(self, source, parser=None):
        opened = not hasattr(source, "read")
        file = open(source, "rb") if opened else source
        try:
            parser = parser or XMLParser()
            parser.feed(file.read())
            self._root = parser.close()
        finally:
            if opened:
                file.close()
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def find(self, path, namespaces=None):
        return self._root.find(_relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(_relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(_relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(_relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        write_to(self._root, file_or_filename, encoding, xml_declaration, default_namespace, method, short_empty_elements)


def _relative(path):
    return "." + path if path[:1] == "/" else path


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    parser = parser or XMLParser()
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    parser = parser or XMLParser()
    for text in sequence:
        parser.feed(text)
    return parser.close()


def tostringlist(element, encoding=None, method=None, **options):
    return [tostring(element, encoding, method, **options)]


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}


def dump(elem):
    if isinstance(elem, ElementTree):
        elem = elem.getroot()
    text = tostring(elem, "unicode")
    print(text, end="" if (elem.tail or "").endswith("\n") else "\n")


# The whole document is read first; the events come in their order, all with the whole tree behind them.
def iterparse(source, events=None, parser=None):
    wanted = ("end",) if events is None else tuple(events)
    for event in wanted:
        if event not in ("start", "end", "start-ns", "end-ns", "comment", "pi"):
            raise ValueError("unknown event %r" % event)
    return _events(parse(source, parser).getroot(), wanted)


def _events(root, wanted):
    left = [(root, False)]
    while left:
        element, ends = left.pop()
        if ends:
            if "end" in wanted:
                yield "end", element
            continue
        if "start" in wanted:
            yield "start", element
        left.append((element, True))
        left.extend([(child, False) for child in reversed(element._children)])


class TreeBuilder:
    def __init__(self, element_factory=None):
        self._make = element_factory or Element
        self._open = []
        self._last = self._root = None
        self._data = []
        self._after = False

    def close(self):
        return self._root

    def _flush(self):
        if self._data:
            text = "".join(self._data)
            self._data = []
            if self._after:
                self._last.tail = text
            elif self._last is not None:
                self._last.text = text

    def data(self, data):
        self._data.append(data)

    def start(self, tag, attrs):
        self._flush()
        element = self._last = self._make(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._after = False
        return element

    def end(self, tag):
        self._flush()
        self._last = self._open.pop()
        self._after = True
        return self._last
