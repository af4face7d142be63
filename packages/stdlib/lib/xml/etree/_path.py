# The part of XPath that find, findall and iterfind take.

import re

_TOKEN = re.compile(r"""('[^']*'|"[^"]*")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+""")
_steps_of = {}


def iterfind(element, path, namespaces=None):
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    key = (path, tuple(sorted(namespaces.items())) if namespaces else None)
    steps = _steps_of.get(key)
    if steps is None:
        steps = _parsed(path, namespaces)
        if len(_steps_of) > 100:
            _steps_of.clear()
        _steps_of[key] = steps
    found = [element]
    parents = {}
    for step in steps:
        found = step(found, element, parents)
    return iter(found)


def _tokens(path, namespaces):
    out = []
    in_attribute = False
    for string, sign, name in _TOKEN.findall(path):
        if name and name[0] != "{" and ":" in name:
            prefix, _, local = name.partition(":")
            if not namespaces or prefix not in namespaces:
                raise SyntaxError("prefix %r not found in prefix map" % prefix)
            name = "{%s}%s" % (namespaces[prefix], local)
        elif name and name[0] != "{" and namespaces and "" in namespaces and not in_attribute:
            name = "{%s}%s" % (namespaces[""], name)
        if string or sign or name:
            out.append((sign, name, string))
        in_attribute = sign == "@"
    return out


def _parsed(path, namespaces):
    tokens = _tokens(path, namespaces)
    steps = []
    at = 0
    while at < len(tokens):
        sign, name, string = tokens[at]
        at += 1
        if name or sign == "*":
            steps.append(_children(name or "*"))
        elif sign == "//":
            if at >= len(tokens):
                raise SyntaxError("invalid path")
            sign, name, string = tokens[at]
            if not name and sign != "*":
                raise SyntaxError("invalid descendant")
            at += 1
            steps.append(_descendants(name or "*"))
        elif sign == "..":
            steps.append(_parents)
        elif sign == "[":
            stop = at
            while stop < len(tokens) and tokens[stop][0] != "]":
                stop += 1
            if stop >= len(tokens):
                raise SyntaxError("invalid path")
            steps.append(_predicate(tokens[at:stop]))
            at = stop + 1
        elif sign not in (".", "/"):
            raise SyntaxError("invalid path")
    return steps


def _is(element, tag):
    name = element.tag
    if tag == "*":
        return isinstance(name, str)
    if tag[:3] == "{*}":
        return isinstance(name, str) and (name == tag[3:] or name.endswith("}" + tag[3:]))
    if tag[-2:] == "}*":
        return isinstance(name, str) and name.startswith(tag[:-1])
    return name == tag


def _children(tag):
    return lambda found, root, parents: [child for element in found for child in element if _is(child, tag)]


def _descendants(tag):
    def step(found, root, parents):
        out = []
        seen = set()
        for element in found:
            for below in element.iter():
                if below is not element and _is(below, tag) and id(below) not in seen:
                    seen.add(id(below))
                    out.append(below)
        return out

    return step


def _parent_map(root, parents):
    if not parents:
        for element in root.iter():
            for child in element:
                parents[id(child)] = element
    return parents


def _parents(found, root, parents):
    out = []
    known = _parent_map(root, parents)
    for element in found:
        parent = known.get(id(element))
        if parent is not None and not any([parent is other for other in out]):
            out.append(parent)
    return out


def _predicate(tokens):
    shape = "".join([sign or ("n" if name else "s") for sign, name, string in tokens])
    last = tokens[-1][2][1:-1] if tokens else ""
    first = tokens[0][1] if tokens else ""
    if shape == "@n":
        key = tokens[1][1]
        return _kept(lambda element: element.get(key) is not None)
    if shape in ("@n=s", "@n!=s"):
        key = tokens[1][1]
        if shape == "@n=s":
            return _kept(lambda element: element.get(key) == last)
        return _kept(lambda element: element.get(key) not in (None, last))
    if shape == "n" and not first.lstrip("-").isdigit():
        return _kept(lambda element: element.find(first) is not None)
    if shape == ".=s":
        return _kept(lambda element: "".join(element.itertext()) == last)
    if shape == ".!=s":
        return _kept(lambda element: "".join(element.itertext()) != last)
    if shape == "n=s":
        return _kept(lambda element: any(["".join(child.itertext()) == last for child in element.findall(first)]))
    if shape == "n!=s":
        return _kept(lambda element: any(["".join(child.itertext()) != last for child in element.findall(first)]))
    if shape == "n" or shape in ("n()", "n()n"):
        if shape == "n":
            index = int(first) - 1
            if index < 0:
                raise SyntaxError("XPath position >= 1 expected")
        else:
            if first != "last":
                raise SyntaxError("unsupported function")
            index = -1
            if shape == "n()n":
                try:
                    index = int(tokens[2][1]) - 1
                except ValueError:
                    raise SyntaxError("unsupported expression")
                if index > -2:
                    raise SyntaxError("XPath offset from last() must be negative")
        return _numbered(index)
    raise SyntaxError("invalid predicate")


def _kept(test):
    return lambda found, root, parents: [element for element in found if test(element)]


def _numbered(index):
    def step(found, root, parents):
        known = _parent_map(root, parents)
        out = []
        for element in found:
            parent = known.get(id(element))
            if parent is None:
                continue
            same = [child for child in parent if child.tag == element.tag]
            if -len(same) <= index < len(same) and same[index] is element:
                out.append(element)
        return out

    return step
