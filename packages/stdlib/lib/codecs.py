# Names of encodings, and files with one. The encodings themselves are str.encode's and bytes.decode's.

import io
from _builtins import _codec

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, *, name=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        return self

    def __init__(self, *args, **kwargs):
        pass

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s at 0x%x>" % (self.name, id(self))

    __str__ = __repr__


def lookup(encoding):
    name = _codec(encoding)
    name = "iso8859-1" if name == "latin-1" else name

    def encode_all(text, errors="strict"):
        return text.encode(encoding, errors), len(text)

    def decode_all(data, errors="strict"):
        return bytes(data).decode(encoding, errors), len(data)

    return CodecInfo(encode_all, decode_all, name=name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def _rot13(text):
    turned = [chr((ord(c) - first + 13) % 26 + first) if (first := 97 if "a" <= c <= "z" else 65 if "A" <= c <= "Z" else 0) else c for c in text]
    return "".join(turned)


# Encodings that are no str.encode's: what they do to encode, and to decode.
def _transform(encoding, decoding):
    name = encoding.lower().replace("-", "_")
    if name in ("rot13", "rot_13"):
        return _rot13
    import base64
    import binascii
    import zlib

    known = {
        "hex": (binascii.hexlify, binascii.unhexlify),
        "hex_codec": (binascii.hexlify, binascii.unhexlify),
        "base64": (base64.encodebytes, base64.decodebytes),
        "base64_codec": (base64.encodebytes, base64.decodebytes),
        "zlib": (zlib.compress, zlib.decompress),
        "zip": (zlib.compress, zlib.decompress),
    }
    return known[name][decoding] if name in known else None


def encode(obj, encoding="utf-8", errors="strict"):
    special = None if isinstance(obj, str) and encoding[:3].lower() != "rot" else _transform(encoding, 0)
    return special(obj) if special else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    special = _transform(encoding, 1)
    return special(obj) if special else bytes(obj).decode(encoding, errors)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is None:
        return io.open(filename, mode)
    return io.open(filename, mode.replace("b", ""), encoding=encoding, errors=errors, newline="")


# A text comes in pieces: what is no whole character yet waits for the next one.
class IncrementalDecoder:
    def __init__(self, encoding, errors="strict"):
        self._encoding, self.errors = encoding, errors
        self._left = b""

    def decode(self, input, final=False):
        data = self._left + bytes(input)
        end = len(data)
        while not final and end and end > len(data) - 4:
            try:
                text = data[:end].decode(self._encoding)
                self._left = data[end:]
                return text
            except UnicodeError:
                end -= 1
        self._left = b"" if end or final else data
        return "" if self._left else data.decode(self._encoding, self.errors)

    def reset(self):
        self._left = b""


class IncrementalEncoder:
    def __init__(self, encoding, errors="strict"):
        self._encoding, self.errors = encoding, errors

    def encode(self, input, final=False):
        return input.encode(self._encoding, self.errors)

    def reset(self):
        pass


def getincrementaldecoder(encoding):
    return lambda errors="strict": IncrementalDecoder(encoding, errors)


def getincrementalencoder(encoding):
    return lambda errors="strict": IncrementalEncoder(encoding, errors)


def iterdecode(iterator, encoding, errors="strict"):
    decoder = IncrementalDecoder(encoding, errors)
    for piece in iterator:
        text = decoder.decode(piece)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


def iterencode(iterator, encoding, errors="strict"):
    for piece in iterator:
        yield piece.encode(encoding, errors)
