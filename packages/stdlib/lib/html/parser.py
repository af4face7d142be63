# A document's tags and texts, one after the other, without asking whether they fit together.

import re
from html import unescape

__all__ = ["HTMLParser"]

# compiled when they are needed: that takes a millisecond
_TAG = r"<([a-zA-Z][^\t\n\r\f />\x00]*)"
_ATTRIBUTE = r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:'([^']*)'|\"([^\"]*)\"|([^\s>]*)))?"
_END_OF_TAG = r"[\s/]*>"
_END_TAG = r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)[^>]*>"
_REFERENCE = r"&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*));?"


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ""
        self.lasttag = "???"
        self.cdata_elem = None
        self.lineno, self.offset = 1, 0
        self._start_text = None

    def feed(self, data):
        self.rawdata += data
        self._go(False)

    def close(self):
        self._go(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._start_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    # Where text[i:j] ends, where `i` is getpos().
    def updatepos(self, i, j):
        lines = self.rawdata.count("\n", i, j)
        if lines:
            self.lineno += lines
            self.offset = j - (self.rawdata.rindex("\n", i, j) + 1)
        else:
            self.offset += j - i
        return j

    # Until something is not complete: that waits for more, or is text at the end.
    def _go(self, last):
        raw = self.rawdata
        at = 0
        while at < len(raw):
            if self.cdata_elem is not None:
                found = re.compile("</%s(?=[\\s/>])" % self.cdata_elem, re.I).search(raw, at)
                end = found.start() if found else len(raw) if last else at
                if end > at:
                    self.handle_data(raw[at:end])
                at = self.updatepos(at, end)
                if not found:
                    break
                self.cdata_elem = None
            start = self._text(at, last)
            if start < 0:
                break
            at = self.updatepos(at, start)
            if at == len(raw):
                break
            end = self._markup(at, last) if raw[at] == "<" else self._reference(at, last)
            if end < 0:
                if not last:
                    break
                self.handle_data(raw[at:])
                end = len(raw)
            at = self.updatepos(at, end)
        self.rawdata = raw[at:]

    # The text up to the next tag, or reference; -1 where more may belong to it.
    def _text(self, at, last):
        raw = self.rawdata
        end = raw.find("<", at)
        if not self.convert_charrefs:
            reference = raw.find("&", at, end if end >= 0 else len(raw))
            end = reference if reference >= 0 else end
        elif end < 0 and not last:
            # a reference may not be complete yet
            cut = raw.rfind("&", max(at, len(raw) - 34))
            if cut >= 0 and not re.compile(r"[\s;]").search(raw, cut):
                return -1
        if end < 0:
            end = len(raw)
        if end > at:
            text = raw[at:end]
            self.handle_data(unescape(text) if self.convert_charrefs else text)
        return end

    def _reference(self, at, last):
        found = re.compile(_REFERENCE).match(self.rawdata, at)
        if found is None:
            if at + 1 == len(self.rawdata) and not last:
                return -1
            self.handle_data("&")
            return at + 1
        if found.end() == len(self.rawdata) and not last and self.rawdata[-1] != ";":
            return -1
        if found.group(1):
            self.handle_charref(found.group(1))
        else:
            self.handle_entityref(found.group(2))
        return found.end()

    def _markup(self, at, last):
        raw = self.rawdata
        if raw.startswith("<!--", at):
            return self._between(at, 4, "-->", self.handle_comment)
        if raw.startswith("<![", at):
            return self._between(at, 3, "]]>" if raw.startswith("<![CDATA[", at) else ">", self.unknown_decl)
        if raw[at : at + 9].lower() == "<!doctype":
            return self._between(at, 2, ">", self.handle_decl)
        if raw.startswith("<!", at):
            return self._between(at, 2, ">", self.handle_comment)
        if raw.startswith("<?", at):
            return self._between(at, 2, ">", self.handle_pi)
        if raw.startswith("</", at):
            return self._end_tag(at)
        if re.compile(_TAG).match(raw, at):
            return self._start_tag(at)
        if at + 1 == len(raw) and not last:
            return -1
        self.handle_data("<")
        return at + 1

    def _between(self, at, skip, mark, handle):
        end = self.rawdata.find(mark, at + skip)
        if end < 0:
            return -1
        handle(self.rawdata[at + skip : end])
        return end + len(mark)

    def _end_tag(self, at):
        found = re.compile(_END_TAG).match(self.rawdata, at)
        if found:
            self.handle_endtag(found.group(1).lower())
            self.cdata_elem = None
            return found.end()
        end = self.rawdata.find(">", at)
        if end >= 0 and end > at + 2:
            self.handle_comment(self.rawdata[at + 2 : end])
        return end + 1 if end >= 0 else -1

    def _start_tag(self, at):
        raw = self.rawdata
        found = re.compile(_TAG).match(raw, at)
        tag = self.lasttag = found.group(1).lower()
        attrs = []
        end = found.end()
        while not re.compile(_END_OF_TAG).match(raw, end):
            one = re.compile(_ATTRIBUTE).match(raw, end)
            if one is None or one.end() == len(raw):
                return -1
            value = next((text for text in one.groups()[1:] if text is not None), None)
            attrs.append((one.group(1).lower(), None if value is None else unescape(value)))
            end = one.end()
        close = re.compile(_END_OF_TAG).match(raw, end).end()
        self._start_text = raw[at:close]
        if self._start_text.endswith("/>"):
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.cdata_elem = tag
        return close

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
