# Keys and values that only the dict holds, across growth and deletion.
d = {}
for i in range(400):
    d["key" + str(i)] = ["value" + str(i), (i, str(i))]
    if i % 3 == 0:
        d.pop("key" + str(i // 2), None)
    if i % 50 == 49:
        print(len(d), sum(v[1][0] for v in d.values()), d["key" + str(i)])
print(sorted(d)[:5], all(v[0] == "value" + str(v[1][0]) and v[1][1] == k[3:] for k, v in d.items()))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        junk = [str(i) for i in range(5)]
        return len(junk) + self.n % 3

    def __eq__(self, other):
        return str(self.n) + "x" == str(other.n) + "x"


k = {}
for i in range(25):
    k[Key(i)] = [str(i)] * 2
print([k[Key(i)] for i in range(25)], len(k))
for i in range(0, 25, 2):
    del k[Key(i)]
print(sorted(v[0] for v in k.values()))
nested = {}
for i in range(100):
    node = nested
    for c in str(i * 37 % 256) + "z":
        node = node.setdefault("n" + c, {"tag" + c: "t" + str(i)})


def count(node):
    return sum(1 + count(v) if isinstance(v, dict) else len(v) for v in node.values())


print(count(nested), sorted(nested)[:4])
s = set()
for i in range(200):
    s.add("s" + str(i % 77))
    s.discard("s" + str(i % 11))
    s |= {"t" + str(i % 5), ("tuple", str(i % 9))}
print(len(s), sorted(x for x in s if isinstance(x, str))[:8], sorted(x for x in s if isinstance(x, tuple))[:3])
update = {}
for i in range(20):
    update.update({"u" + str(i): "v" * i}, **{"w" + str(i): [str(i)]})
print(len(update), update["u7"], update["w19"], sorted(update.items())[10])
