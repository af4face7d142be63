import json

print("scalars", json.loads("null"), json.loads("true"), json.loads(" false "), json.loads("12"), json.loads('"x"'))
print("ints", json.loads("[0, -0, 7, -12, 2147483648, 123456789012345678901234567890]"))
print("floats", json.loads("[1.0, -0.5, 1e3, 1E-2, 2.5e+3, 0.1, 123456789.123456789, 1e400, 1.7976931348623157e308]"))
print("float types", [type(v).__name__ for v in json.loads("[1, 1.0, 1e2]")])
print("constants", json.loads("[NaN, Infinity, -Infinity]"))
print("string", repr(json.loads(r'"a\"b\\c\/d\b\f\n\r\t"')))
print("unicode", [hex(ord(c)) for c in json.loads(r'"\u00e9\u20ac\ud83d\ude00\u0041"')])
print("raw unicode", [hex(ord(c)) for c in json.loads('"\u00e9\U0001f600"')])
print("list", json.loads("[1, [2, []], {}]"), json.loads("[]"), json.loads(" [ 1 , 2 ] "))
print("dict", json.loads('{"a": 1, "b": {"c": [true]}}'), json.loads("{}"), json.loads('{ "a" : 1 , "b":2}'))
print("twice", json.loads('{"a": 1, "b": 2, "a": 3}'))
print("bytes", json.loads(b'{"a": 1}'), json.loads(bytearray(b"[1]")))
print("object_hook", json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print("pairs", json.loads('{"b": 1, "a": {"c": 2}}', object_pairs_hook=lambda p: p))
print("parse_float", json.loads("[1.5, 2]", parse_float=lambda t: "f" + t))
print("parse_int", json.loads("[1.5, -2, 12345678901234567890]", parse_int=lambda t: "i" + t))
print("parse_constant", json.loads("[NaN, -Infinity]", parse_constant=lambda t: "c" + t))
print("parse classes", json.loads("[1.5, 2]", parse_float=str, parse_int=float))
print("not strict", repr(json.loads('"a\tb\n"', strict=False)))
print("raw", json.JSONDecoder().raw_decode('{"a": 1} rest'), json.JSONDecoder().raw_decode("xx[1]y", 2))
print("decoder", json.JSONDecoder(object_hook=lambda d: len(d)).decode('[{"a": 1}, {}]'))


class Decoder(json.JSONDecoder):
    def decode(self, s):
        return {"got": super().decode(s)}


print("class", json.loads("[1]", cls=Decoder))


def fails(text, **options):
    try:
        print(repr(text), json.loads(text, **options))
    except Exception as error:
        print(repr(text), type(error).__name__, error)


for text in (
    "", "  ", "nul", "tru", "x", "[", "[1", "[1,", "[1,]", "[,]", "[1 2]", "{", "{1: 2}", '{"a"', '{"a":', '{"a" 1}', '{"a": 1', '{"a": 1,}',
    '{"a": 1 "b": 2}', '{a: 1}', "{'a': 1}", '"abc', '"a\nb"', r'"\q"', r'"\u12"', r'"\u12g4"', '"\\', "1 2", "[1]]", "01", "1.", ".5", "-", "+1", "1e", "--1",
    "NaN1", "[1] x", '{"a": }', "\n\n  [1,\n 2,,]", '{"a": [1, {"b": tru}]}', '"\x01"', "[1.5.2]", "Infinity-", "\ufeff[]",
):
    fails(text)
fails(5)
fails(None)
fails(b"[1")
fails('{"a": 1}', object_hook=lambda d: [].pop(1))
try:
    json.loads('{"a": 1,\n "b" 2}')
except json.JSONDecodeError as error:
    print("error", error.msg, error.pos, error.lineno, error.colno, repr(error.doc), isinstance(error, ValueError))
deep = json.loads("[" * 300 + "]" * 300)
depth = 0
while deep:
    deep = deep[0]
    depth += 1
print("deep", depth)
data = {"name": "x" * 50, "list": list(range(50)), "nested": {"k%d" % n: [n / 4, None, True] for n in range(20)}}
print("round trip", json.loads(json.dumps(data)) == data, json.loads(json.dumps(data, indent=2)) == data)


class In:
    def read(self):
        return '{"from": "file"}'


print("load", json.load(In()))
