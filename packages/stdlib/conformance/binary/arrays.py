import copy
from array import array, typecodes


def attempt(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, error)


a = array("i", [1, 2, 3])
print("repr", a, repr(array("i")), str(array("d", [1.5])))
print("type", a.typecode, a.itemsize, len(a), bool(array("b")), "i" in typecodes)
a.append(4)
a.extend([5, 6])
a.extend(array("i", [7]))
a.insert(0, 0)
a.insert(-1, 99)
a.insert(100, 8)
print("grown", a.tolist())
print("pop", a.pop(), a.pop(0), a.pop(-2), a.tolist())
a.remove(3)
print("remove", a.tolist(), a.index(5), a.count(5), a.count(77))
attempt("no remove", lambda: a.remove(77))
attempt("no index", lambda: a.index(77))
attempt("no pop", lambda: array("i").pop())
attempt("far pop", lambda: a.pop(100))
attempt("far", lambda: a[100])
print("items", a[0], a[-1], a[1:3], a[::-1], a[-2:], a[10:])
a[0] = 10
a[1:2] = array("i", [20, 21])
print("assigned", a.tolist())
del a[0]
del a[-1]
del a[0:1]
print("deleted", a.tolist())
a.reverse()
print("reverse", a.tolist(), list(reversed(a)), sorted(a), sum(a), min(a), max(a))
print("in", 5 in a, 50 in a, 5.0 in a)
print("operators", a + array("i", [1]), a * 2, a == array("i", a), a != array("i", [1]))
b = array("i", [1])
b += array("i", [2])
b *= 2
print("in place", b)
print("order", array("i", [1, 2]) < array("i", [1, 3]), array("d", [1.0]) == array("d", [1.0]), array("i", [1]) >= array("i", [1, 0]))
print("bytes", array("h", [1, -1]).tobytes(), bytes(array("B", b"ab")), array("B", b"xyz").tolist())
c = array("h")
c.frombytes(b"\x01\x00\x02\x00")
c.fromlist([3])
print("from", c)
attempt("odd", lambda: array("i").frombytes(b"abc"))
c.byteswap()
print("byteswap", c.tolist())
d = copy.copy(c)
d[0] = 1
print("copy", c[0], d[0])
print("floats", array("d", [0.1, 2]), array("f", [0.5]).tolist())
print("large", array("q", [2**40, -(2**62)]), array("Q", [2**63]).tolist())
print("range", array("b", range(-2, 3)), array("I", (x * x for x in range(4))))
print("loop", [x + 1 for x in array("i", [1, 2])], list(enumerate(array("b", [7]))))
print("unpack", *array("i", [1, 2]))
print("isinstance", isinstance(a, array), type(a) is array)
attempt("str", lambda: array("i", ["x"]))
attempt("float", lambda: array("i", [1.5]))
print("bytearray", 97 in bytearray(b"a"), 98 in bytearray(b"a"), bytearray(b"ab") * 2, 5 in memoryview(b"\x05"))
attempt("no byte", lambda: 300 in bytearray(b"a"))
