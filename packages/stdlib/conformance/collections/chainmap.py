from collections import ChainMap, UserDict, UserList, UserString


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


baseline = {"music": "bach", "art": "rembrandt"}
adjustments = {"art": "van gogh", "opera": "carmen"}
m = ChainMap(adjustments, baseline)
print("get", m["music"], m["art"], m.get("opera"), m.get("none"), m.get("none", 1))
print("keys", list(m), len(m), sorted(m.items()), "art" in m, "x" in m)
m["music"] = "brahms"
print("write", m["music"], baseline["music"], adjustments["music"])
child = m.new_child({"art": "klee"})
print("child", child["art"], child.parents["art"], len(child.maps))
print("repr", ChainMap({"a": 1}, {}), bool(ChainMap()), bool(ChainMap({"a": 1})))
attempt("missing", lambda: m["nope"])
attempt("delete", lambda: m.__delitem__("nope"))
print("pop", m.pop("music"), m["music"])
attempt("pop missing", lambda: m.pop("music"))
print("equal", ChainMap({"a": 1}, {"b": 2}) == {"a": 1, "b": 2})
print("setdefault", m.setdefault("art", 1), m.setdefault("new", 2), adjustments["new"])


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return "no " + key


d = Lower(ONE=1)
d["TWO"] = 2
d.update(Three=3)
print("userdict", d, len(d), d["one"], d["FOUR"], "two" in d, d.data, sorted(d))
print("userdict more", d.get("one"), d.pop("one"), d.setdefault("x", 5), d == {"two": 2, "three": 3, "x": 5})


class Loud(UserList):
    def append(self, item):
        super().append(item * 2)


u = Loud([1, 2])
u.append(3)
print("userlist", u, len(u), u[0], u[1:], u + [9], 6 in u, u.index(6), list(reversed(u)), u == [1, 2, 6])
u.extend([5])
u.sort(reverse=True)
print("userlist more", u, u.pop(), u * 2, sorted(u), u.count(5))

s = UserString("hello")
print("userstring", s, s.upper(), s + " you", s[1], len(s), "ell" in s, s == "hello", s.replace("l", "L"), s.find("l"))
print("userstring kind", type(s.upper()).__name__, isinstance(s, str), s.split("l"), hash(s) == hash("hello"))
