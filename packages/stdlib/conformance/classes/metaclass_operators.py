class Meta(type):
    registry = []

    def __contains__(cls, item):
        return item in cls.items

    def __repr__(cls):
        return "<Meta %s>" % cls.__name__

    def __iter__(cls):
        return iter(cls.items)

    def __len__(cls):
        return len(cls.items)

    def __getitem__(cls, index):
        return cls.items[index]

    def __setitem__(cls, index, value):
        cls.items[index] = value

    def __delitem__(cls, index):
        del cls.items[index]

    def __getattr__(cls, name):
        if name.startswith("no"):
            raise AttributeError("%s has no %s" % (cls.__name__, name))
        return "made " + name

    def __add__(cls, other):
        return cls.__name__ + "+" + str(other)

    def __lt__(cls, other):
        return cls.__name__ < other.__name__

    def __neg__(cls):
        return "-" + cls.__name__

    def __or__(cls, other):
        return (cls.__name__, other)

    def __bool__(cls):
        return bool(cls.items)


class A(metaclass=Meta):
    items = [1, 2, 3]


class B(metaclass=Meta):
    items = []


print("contains", 2 in A, 9 in A, 2 not in A)
print("repr", repr(A), str(A), f"{A} {A!r}", [A, B])
print("iter", list(A), len(A), A[1], A[-1], A[0:2])
A[0] = 10
del A[1]
print("set", A.items)
print("getattr", A.anything, A().__class__.other)
try:
    A.nothing
except AttributeError as error:
    print("getattr fails", error)
print("hasattr", hasattr(A, "some"), hasattr(A, "nope"))
try:
    A().some
except AttributeError as error:
    print("instances do not", error)
print("operators", A + 1, A < B, B < A, sorted([B, A]), -A, A | 5)
print("bool", bool(A), bool(B), not B)
print("hash", len({A, B, A}), {A: 1}[A])
print("equal", A == A, A == B, A != B)


class Logged(type):
    log = []

    def __setattr__(cls, name, value):
        cls.log.append(("set", name, value))
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        cls.log.append(("del", name))
        type.__delattr__(cls, name)


class C(metaclass=Logged):
    pass


C.x = 1
C.x += 1
print("setattr", C.x)
del C.x
print("delattr", hasattr(C, "x"), Logged.log)


class Frozen(type):
    def __setattr__(cls, name, value):
        raise AttributeError("cannot set %s of %s" % (name, cls.__name__))


class F(metaclass=Frozen):
    limit = 3


try:
    F.limit = 4
except AttributeError as error:
    print("frozen", error, F.limit)


class Named(type):
    def __str__(cls):
        return cls.__name__.lower()

    def __eq__(cls, other):
        return isinstance(other, Named)

    def __hash__(cls):
        return 7

    def __ge__(cls, other):
        return NotImplemented


class N(metaclass=Named):
    pass


class O(metaclass=Named):
    pass


print("str", str(N), "%s" % N, "{}".format(O))
print("eq", N == O, N != O, N == int, hash(N), len({N: 1, O: 2}))
try:
    N >= O
except TypeError as error:
    print("not implemented", str(error)[:20])
for use in (lambda: int < str, lambda: int + 1, lambda: len(int), lambda: 1 in int, lambda: -int):
    try:
        use()
    except TypeError as error:
        print("plain", error)
print("plain", int == int, int == str, int != str, bool(int), {int: "i", str: "s"}[str])


class Base(type):
    def describe(cls):
        return "describe " + cls.__name__


class Both(Meta, Base):
    pass


class D(metaclass=Both):
    items = "abc"


print("two metaclasses", D.describe(), "b" in D, type(D).__name__)
