# Instances with changing attributes, made and dropped in waves.
class Record:
    kind = "record"

    def __init__(self, n):
        self.n = n
        self.name = "rec" + str(n)
        self.tags = [self.name + t for t in "abc"]

    def grow(self, extra):
        for i in range(extra):
            setattr(self, "attr" + str(i), [self.name, i])
        return self

    def total(self):
        return sum(getattr(self, "attr" + str(i), ["", 0])[1] for i in range(20))


class Child(Record):
    def __init__(self, n, parent):
        super().__init__(n)
        self.parent = parent

    def path(self):
        return (self.parent.path() if isinstance(self.parent, Child) else self.parent.name) + "/" + self.name


alive = []
for wave in range(6):
    batch = [Record(wave * 100 + i).grow(i % 20) for i in range(40)]
    alive = [r for r in alive if r.n % 3] + batch[:: 1][:10]
    print(wave, len(alive), sum(r.total() for r in alive), alive[-1].tags, alive[0].name)
child = alive[0]
for i in range(12):
    child = Child(i, child)
print(child.path(), child.tags)
for r in alive[:5]:
    print(r.name, r.kind, r.tags, r.total(), [getattr(r, "attr" + str(i), None) for i in range(3)])
methods = [r.total for r in alive] + [c.path for c in [Child(1, alive[1])]]
alive = None
print(sum(m() for m in methods[:-1]), methods[-1]())


class Wrapper:
    def __init__(self, inner):
        self.inner = inner

    def __getattr__(self, name):
        return Wrapper(self.inner + "." + name)

    def __getitem__(self, key):
        return Wrapper(self.inner + "[" + str(key) + "]")

    def __add__(self, other):
        return Wrapper("(" + self.inner + "+" + other.inner + ")")

    def __repr__(self):
        return "<" + self.inner + ">"


w = Wrapper("w")
print(w.a.b[1].c + w.d["k"].e[2][3] + w.f)
