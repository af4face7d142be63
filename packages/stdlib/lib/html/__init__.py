# Escapes of HTML.

_NUMBERED = {0: "\ufffd", 13: "\r", 128: "\u20ac", 129: "\x81", 130: "\u201a", 131: "\u0192", 132: "\u201e", 133: "\u2026", 134: "\u2020", 135: "\u2021",
             136: "\u02c6", 137: "\u2030", 138: "\u0160", 139: "\u2039", 140: "\u0152", 141: "\x8d", 142: "\u017d", 143: "\x8f", 144: "\x90",
             145: "\u2018", 146: "\u2019", 147: "\u201c", 148: "\u201d", 149: "\u2022", 150: "\u2013", 151: "\u2014", 152: "\u02dc", 153: "\u2122",
             154: "\u0161", 155: "\u203a", 156: "\u0153", 157: "\x9d", 158: "\u017e", 159: "\u0178"}  # fmt: skip

_reference = r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)"


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def _named(name):
    from html.entities import html5

    return html5.get(name)


def _replace(match):
    text = match.group(1)
    if text[0] == "#":
        number = int(text[2:].rstrip(";"), 16) if text[1] in "xX" else int(text[1:].rstrip(";"))
        if number in _NUMBERED:
            return _NUMBERED[number]
        if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
            return "\ufffd"
        if number in (0xB, 0xE) or 1 <= number <= 8 or 0xF <= number <= 0x1F or 0x7F <= number <= 0x9F:
            return ""
        if 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE:
            return ""
        return chr(number)
    found = _named(text)
    if found is not None:
        return found
    for end in range(len(text) - 1, 1, -1):
        found = _named(text[:end])
        if found is not None:
            return found + text[end:]
    return "&" + text


def unescape(s):
    if "&" not in s:
        return s
    import re

    return re.sub(_reference, _replace, s)
