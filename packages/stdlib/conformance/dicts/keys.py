class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 4

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


d = {}
for i in range(20):
    d[Key(i)] = i * i
print(len(d), [d[Key(i)] for i in range(20)], Key(100) in d)
for i in range(0, 20, 2):
    del d[Key(i)]
print(len(d), sorted(k.n for k in d), sorted(d.values()))
d[Key(1)] = "replaced"
print(len(d), d[Key(1)])
mixed = {1: "int", "1": "str", (1,): "tuple", None: "none", b"1": "bytes", 1.5: "float", True: "bool"}
print(len(mixed), mixed[1], mixed["1"], mixed[(1,)], mixed[None], mixed[b"1"], mixed[1.5])
frozen = {frozenset([1, 2]): "fs"}
print(frozen[frozenset([2, 1])])
