class Point:
    kind = "point"

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
print("dict", p.__dict__)
print("vars", vars(p))
print("same", p.__dict__ is p.__dict__, vars(p) is p.__dict__)
p.__dict__["z"] = 3
print("set", p.z, p.__dict__)
p.w = 4
print("seen", p.__dict__, len(vars(p)))
p.x += 10
print("changed", p.__dict__["x"])
p.__dict__.update(x=5, name="n")
print("update", p.x, p.name)
print("pop", p.__dict__.pop("name"), hasattr(p, "name"))
print("pop missing", p.__dict__.pop("nope", None))
del p.__dict__["w"]
try:
    p.w
except AttributeError as error:
    print("gone", error)
del p.z
print("del", p.__dict__)
p.__dict__["kind"] = "own"
print("shadow", p.kind, Point.kind)
print("in", "x" in p.__dict__, "q" in p.__dict__)
print("is dict", isinstance(p.__dict__, dict), type(p.__dict__).__name__)
print("setdefault", p.__dict__.setdefault("x", 9), p.__dict__.setdefault("s", 9), p.s)
for i in range(30):
    p.__dict__["a%d" % i] = i
print("many", sum(getattr(p, "a%d" % i) for i in range(30)), len(p.__dict__))
for i in range(30):
    setattr(p, "b" + str(i), i)
print("more", p.__dict__["b29"], list(p.__dict__)[-1])
p.__dict__.clear()
print("clear", p.__dict__, hasattr(p, "x"))
p.x = 1
print("after", p.__dict__)
p.__dict__ = {"only": 1}
print("assigned", p.only, p.__dict__, hasattr(p, "x"))
shared = {}
a, b = Point(1, 1), Point(2, 2)
a.__dict__ = b.__dict__ = shared
a.q = 7
print("shared", b.q, shared)
try:
    p.__dict__ = 5
except TypeError as error:
    print("type", error)


class Borg:
    state = {}

    def __init__(self):
        self.__dict__ = self.state


one, two = Borg(), Borg()
one.value = 3
print("borg", two.value, Borg.state)


class Options:
    def __init__(self, **options):
        self.__dict__.update(options)

    def __repr__(self):
        return "Options(%s)" % ", ".join("%s=%r" % item for item in self.__dict__.items())

    def __eq__(self, other):
        return self.__dict__ == other.__dict__


print("options", Options(a=1, b="x"), Options(a=1) == Options(a=1), Options(a=1) == Options(a=2))


class Cached:
    calls = 0

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        Cached.calls += 1
        value = self.__dict__[name] = name.upper()
        return value


c = Cached()
print("getattr", c.abc, c.abc, Cached.calls)


class Guarded:
    def __setattr__(self, name, value):
        self.__dict__[name] = value * 2

    def __delattr__(self, name):
        self.__dict__.pop(name)


g = Guarded()
g.v = 4
print("setattr", g.v)
del g.v
print("delattr", g.__dict__)


class Slotted:
    __slots__ = ("a",)


s = Slotted()
s.a = 1
print("slots", hasattr(s, "__dict__"), s.a)
try:
    vars(s)
except TypeError as error:
    print("vars", error)


class MyList(list):
    pass


m = MyList([1, 2])
m.__dict__["note"] = "n"
print("native", m, m.note, vars(m))


class Failure(Exception):
    def __init__(self, **details):
        super().__init__("failed")
        self.__dict__.update(details)


try:
    raise Failure(code=3)
except Failure as error:
    print("exception", error, error.code, vars(error))
copy = Point.__new__(Point)
copy.__dict__.update(Point(8, 9).__dict__)
print("copied", copy.x, copy.y)
print("sorted", sorted(vars(Point(2, 1)).items(), key=lambda item: item[1]))
