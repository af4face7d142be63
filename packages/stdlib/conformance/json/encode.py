import json

print("scalars", json.dumps(None), json.dumps(True), json.dumps(False), json.dumps(0), json.dumps(-5), json.dumps("x"))
print("ints", json.dumps([2**31, 2**63, -(2**64), 10**30]))
print("floats", json.dumps([1.0, 0.1, -2.5, 1e100, 1e-7, 123456789.123, 1e16, 1.5e300]))
print("special floats", json.dumps([float("nan"), float("inf"), float("-inf")]))
print("string", json.dumps('a"b\\c/d\n\t\r\b\f\x00\x1f\x7f'))
print("unicode", json.dumps("\u00e9\u20ac\U0001f600"))
print("not ascii", json.dumps("\u00e9\u20ac\U0001f600", ensure_ascii=False) == '"\u00e9\u20ac\U0001f600"')
print("list", json.dumps([1, [2, [3, []]], {}]))
print("tuple", json.dumps((1, (2,), ())))
print("dict", json.dumps({"a": 1, "b": [1, 2], "c": {"d": None}}))
print("keys", json.dumps({1: "a", 2.5: "b", True: "c", None: "d", "e": "f"}))
print("int keys", json.dumps({n: n * n for n in range(4)}), json.dumps({10**20: 1, False: 2}))
print("sort", json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True))
print("indent", json.dumps({"a": [1, 2, {"b": []}], "c": {}}, indent=2))
print("indent 0", json.dumps([1, {"a": 2}], indent=0))
print("indent text", json.dumps([1, [2]], indent="\t"))
print("indent negative", repr(json.dumps([1, 2], indent=-1)))
print("separators", json.dumps({"a": [1, 2], "b": 3}, separators=(",", ":")))
print("indent separators", json.dumps({"a": [1, 2]}, indent=1, separators=(";", " = ")))
print("skip", json.dumps({(1, 2): 3, "a": 1, b"x": 2}, skipkeys=True))
print("default", json.dumps({"s": {1}, "z": 1j}, default=lambda o: list(o) if isinstance(o, set) else str(o)))
print("default nested", json.dumps([object], default=lambda o: {"type": o.__name__}))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print("class", json.dumps({"z": 2 + 1j}, cls=Encoder), Encoder().encode([1j]), json.dumps([1j], cls=Encoder, indent=1))
print("iterencode", "".join(json.JSONEncoder(indent=1).iterencode({"a": [1]})))


class Text(str):
    pass


class Number(int):
    pass


class Items(list):
    pass


class Mapping(dict):
    pass


print("subclasses", json.dumps([Text("t"), Number(7), Items([1, 2]), Mapping(a=1)]), json.dumps({Text("k"): 1}))


def fails(name, do):
    try:
        print(name, do())
    except Exception as error:
        print(name, type(error).__name__, error)


fails("set", lambda: json.dumps({1, 2}))
fails("object in list", lambda: json.dumps([1, object]))
fails("bytes", lambda: json.dumps(b"abc"))
fails("key", lambda: json.dumps({(1, 2): 3}))
fails("nan", lambda: json.dumps(float("nan"), allow_nan=False))
fails("inf", lambda: json.dumps([float("inf")], allow_nan=False))

loop = []
loop.append(loop)
fails("circular list", lambda: json.dumps(loop))
loop = {}
loop["a"] = {"b": loop}
fails("circular dict", lambda: json.dumps(loop))
fails("default circular", lambda: json.dumps([{1}], default=lambda o: o))
fails("default raises", lambda: json.dumps([{1}], default=lambda o: [].pop(1)))
same = [1]
print("shared", json.dumps([same, same, {"a": same}]))
deep = []
for _ in range(100):
    deep = [deep]
print("deep", len(json.dumps(deep)), json.dumps(deep)[:8])
long = list(range(1000))
print("long", len(json.dumps(long)), json.loads(json.dumps(long)) == long)


class Out:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


out = Out()
json.dump({"a": [1, None]}, out, indent=1)
print("dump", repr(out.text))
