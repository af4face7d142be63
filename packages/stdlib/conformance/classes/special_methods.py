def flatten(value):
    if hasattr(value, "__iter__") and not isinstance(value, (str, bytes)):
        for item in value:
            yield from flatten(item)
    else:
        yield value


print("flatten", list(flatten([1, (2, [3, {4}]), "ab", range(2), {"k": 1}])))
samples = [1, 1.5, True, None, "a", b"a", [1], (1,), {1: 2}, {1}, frozenset([1]), range(3), lambda: 1]
names = "__iter__ __len__ __getitem__ __setitem__ __contains__ __add__ __call__ __hash__ __eq__ __lt__ __next__ __str__ __bool__ __neg__ __enter__ __index__".split()
for sample in samples:
    label = type(sample).__name__
    print(label, [name for name in names if hasattr(sample, name)])
for kind in (int, float, str, list, dict, set, tuple, bytes):
    print("type", kind.__name__, [name for name in names if hasattr(kind, name)])
generator = (x for x in [1])
print("generator", hasattr(generator, "__iter__"), hasattr(generator, "__next__"), hasattr(generator, "__len__"))
print("iterators", hasattr(iter([]), "__next__"), hasattr(iter([]), "__iter__"), hasattr(zip(), "__iter__"), hasattr(map(str, []), "__next__"))
print("int", (5).__add__(3), (5).__mul__(2), (5).__sub__(1), (5).__neg__(), (5).__str__(), (5).__repr__(), (7).__divmod__(2), (2).__pow__(5))
print("reflected", (5).__radd__(3), (5).__rsub__(3), (2).__rpow__(3))
print("bits", (6).__and__(3), (6).__or__(1), (6).__xor__(3), (1).__lshift__(4), (6).__invert__())
print("compare", (5).__eq__(5), (5).__lt__(6), (5).__eq__("5"), "a".__eq__("a"), (5).__lt__("a"), (1).__eq__(1.0), [].__eq__(()))
print("str", "a".__add__("b"), "abc".__len__(), "abc".__contains__("b"), "ab".__mul__(2), "abc".__getitem__(1), "a".__lt__("b"))
items = [1, 2]
items.__setitem__(0, 9)
items.__delitem__(1)
print("list", items, items.__len__(), items.__contains__(9), list(items.__iter__()), items.__add__([5]))
d = {}
d.__setitem__("a", 1)
print("dict", d, d.__getitem__("a"), d.__contains__("a"), list(d.__iter__()), d.__len__())
print("unhashable", [].__hash__, {}.__hash__, set().__hash__)
print("hash", "a".__hash__() == hash("a"), (5).__hash__())
print("numbers", (5).real, (5).imag, (5).numerator, (5).denominator, (2.5).real, (2.5).imag, True.real, True.numerator)
print("ratio", (5).as_integer_ratio(), (0.75).as_integer_ratio(), (255).bit_count(), (255).bit_length(), (5).conjugate(), (2.0).is_integer())
for value, name in ((5, "foo"), (2.5, "numerator"), ("a", "__foo__"), (None, "__len__"), ([], "__mod__"), (5, "__len__")):
    try:
        getattr(value, name)
    except AttributeError as error:
        print("missing", error)
print("default", getattr(5, "__len__", None), getattr([], "__len__")(), getattr([], "nope", 3), getattr(5, "real", None))
add = getattr(5, "__add__")
print("bound", add(1), list(map((10).__sub__, [1, 2, 3])), sorted([3, 1, 2], key=(0).__sub__))
print("unbound", str.__len__("abc"), int.__add__(1, 2), list.__len__([1]), dict.__getitem__({1: 2}, 1), str.__eq__("a", "a"))
print("call", (lambda x: x + 1).__call__(1), str.__call__(5), flatten.__call__([1]).__next__())


class Plain:
    pass


class Sized(list):
    pass


print("object", Plain().__eq__(1), Plain().__ne__(1), Plain().__lt__(Plain()), hasattr(Plain(), "__hash__"), hasattr(Plain(), "__len__"))
print("object", hasattr(Plain(), "__iter__"), hasattr(Plain, "__init__"), hasattr(Plain(), "__call__"), hasattr(Plain, "__call__"))
print("below list", hasattr(Sized(), "__iter__"), hasattr(Sized(), "__len__"), Sized([1, 2]).__len__(), Sized([1]).__contains__(1))


def greet(self, name):
    return "%s greets %s" % (self, name)


print("get", greet.__get__("bob")("al"), greet.__get__(None, str) is greet)
