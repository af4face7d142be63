import base64
import binascii

data = bytes(range(256))
for n in (0, 1, 2, 3, 4, 5, 6, 7, 10):
    part = data[200 : 200 + n]
    print(n, base64.b64encode(part), base64.b32encode(part), base64.b16encode(part), base64.b85encode(part), base64.a85encode(part))
    assert base64.b64decode(base64.b64encode(part)) == part
    assert base64.b32decode(base64.b32encode(part)) == part
    assert base64.b85decode(base64.b85encode(part)) == part
    assert base64.a85decode(base64.a85encode(part)) == part
print("urlsafe", base64.urlsafe_b64encode(b"\xfb\xff\xfe"), base64.urlsafe_b64decode("-__-"), base64.b64encode(b"\xfb\xff", b"@!"))
print("text", base64.b64decode("aGVsbG8="), base64.standard_b64encode(b"hi"), base64.standard_b64decode(b"aGk="))
print("noise", base64.b64decode("aGVs\nbG8 ="), base64.b64decode(b"aG!Vs*bG8="))
print("all", base64.b64decode(base64.b64encode(data)) == data, base64.a85decode(base64.a85encode(data)) == data)
print("encodebytes", base64.encodebytes(b"x" * 100), base64.decodebytes(b"aGVsbG8=\n"))
print("b32", base64.b32decode("me======", casefold=True), base64.b32decode(b"ME======"), base64.b32hexencode(b"hi"), base64.b32hexdecode("D1KG===="))
print("b32 map", base64.b32decode(b"M1======", map01=b"E"))
print("b16", base64.b16decode("0AFF"), base64.b16decode("0aff", casefold=True))
print("a85", base64.a85encode(b"\0\0\0\0abc"), base64.a85encode(b"    x", foldspaces=True), base64.a85encode(b"hello", adobe=True))
print("a85 wrap", base64.a85encode(b"hello world, hello", wrapcol=10), base64.a85decode(b"<~87cURDZ~>", adobe=True), base64.a85decode(b"z"))
print("pad", base64.b85encode(b"ab", pad=True), base64.a85encode(b"ab", pad=True))
print("hexlify", binascii.hexlify(b"\x01\xab\xff"), binascii.hexlify(b"\x01\xab\xff", "-"), binascii.hexlify(b"abcde", b":", 2), binascii.hexlify(b"abcde", ":", -2))
print("unhexlify", binascii.unhexlify("01abFF"), binascii.a2b_hex(b"00"), binascii.b2a_hex(b""))
print("b2a", binascii.b2a_base64(b"abc"), binascii.b2a_base64(b"abc", newline=False), binascii.a2b_base64("YWJj"))
print("crc", binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc_hqx(b"hello", 0))


def fails(name, do):
    try:
        print(name, do())
    except Exception as error:
        print(name, type(error).__name__, error)


fails("padding", lambda: base64.b64decode("abc"))
fails("one more", lambda: base64.b64decode("abcde"))
fails("validate", lambda: base64.b64decode("ab!c", validate=True))
fails("text", lambda: base64.b64encode("abc"))
fails("not ascii", lambda: base64.b64decode("\u00e9"))
fails("b32", lambda: base64.b32decode("abc"))
fails("b32 digit", lambda: base64.b32decode("11111111"))
fails("b16", lambda: base64.b16decode("0a"))
fails("b85", lambda: base64.b85decode("\x01"))
fails("b85 overflow", lambda: base64.b85decode("~~~~~"))
fails("a85", lambda: base64.a85decode("v"))
fails("adobe", lambda: base64.a85decode("abc", adobe=True))
fails("odd", lambda: binascii.unhexlify("abc"))
fails("digit", lambda: binascii.unhexlify("zz"))
fails("error", lambda: isinstance(binascii.Error(), ValueError))
