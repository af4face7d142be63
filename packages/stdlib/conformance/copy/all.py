import copy
from collections import Counter, OrderedDict, defaultdict, deque


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)


class Custom:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Custom(self.n + 1)

    def __deepcopy__(self, memo):
        return Custom(self.n + 100)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = [1]


class Listed(list):
    pass


a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
a[2]["k"].append(9)
print("list", b, c, b[1] is a[1], c[1] is a[1])
t = (1, [2], (3, 4))
u = copy.deepcopy(t)
print("tuple", u == t, u is t, u[1] is t[1], u[2] is t[2], copy.copy(t) is t)
print("atoms", copy.deepcopy(None), copy.deepcopy(1.5), copy.deepcopy("s") == "s", copy.copy(len) is len, copy.deepcopy(int))
print("set", copy.copy({1}), copy.deepcopy({(1, 2)}), copy.deepcopy(frozenset([3])), copy.copy(bytearray(b"x")))
n = Node(1, [Node(2)])
m, o = copy.copy(n), copy.deepcopy(n)
print("object", m.children is n.children, o.children is n.children, o.children[0].value, type(o).__name__, o is n)
print("custom", copy.copy(Custom(1)).n, copy.deepcopy(Custom(1)).n, copy.deepcopy([Custom(2)])[0].n)
r = [1]
r.append(r)
s = copy.deepcopy(r)
print("recursive", s[1] is s, s[0], len(s))
d = {"self": None}
d["self"] = d
e = copy.deepcopy(d)
print("recursive dict", e["self"] is e, e is d)
x = Node(1)
x.children.append(x)
y = copy.deepcopy(x)
print("recursive object", y.children[0] is y, y is x)
shared = [0]
p = copy.deepcopy([shared, shared])
print("shared", p[0] is p[1], p[0] is shared)
print("deque", copy.deepcopy(deque([[1]], maxlen=3)), copy.copy(deque([1, 2])))
dd = defaultdict(list, {"a": [1]})
ee = copy.deepcopy(dd)
ee["b"].append(2)
ee["a"].append(3)
print("defaultdict", dd["a"], ee["a"], ee["b"], type(ee).__name__, copy.copy(dd)["a"] is dd["a"])
print("ordered", copy.deepcopy(OrderedDict(a=[1])), copy.copy(Counter("aab")))
l = Listed([1, [2]])
l.extra = [5]
k = copy.deepcopy(l)
print("subclass", k, type(k).__name__, k.extra, k.extra is l.extra, k[1] is l[1])
z = copy.deepcopy(Slotted())
print("slots", z.a, hasattr(z, "b"))
print("class", copy.deepcopy(Node) is Node, copy.copy(Node) is Node)
w = copy.deepcopy(ValueError("m", 1))
print("exception", type(w).__name__, w.args)
f = lambda: 1
print("function", copy.deepcopy(f) is f, copy.copy(f) is f, copy.deepcopy(range(3)))
