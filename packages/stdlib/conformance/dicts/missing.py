class Default(dict):
    def __missing__(self, key):
        return "no %s" % key


d = Default(a=1)
print("missing", d["a"], d["b"], d)
print("get", d.get("b"), d.get("b", 5), "b" in d)
print("format", "{a} {zz}".format_map(d), "%(a)s %(q)s" % d)


class Grow(dict):
    def __missing__(self, key):
        value = self[key] = type(self)()
        return value


tree = Grow()
tree["a"]["b"]["c"] = 1
print("tree", tree, tree["a"]["b"])


class Memo(dict):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def __missing__(self, key):
        value = self[key] = self.function(key)
        return value


calls = []


def square(n):
    calls.append(n)
    return n * n


memo = Memo(square)
print("memo", memo[4], memo[4], memo[5], calls, dict(memo))


class Fib(dict):
    def __missing__(self, n):
        self[n] = n if n < 2 else self[n - 1] + self[n - 2]
        return self[n]


print("fib", Fib()[60])


class Upper(Default):
    def __getitem__(self, key):
        return super().__getitem__(key.lower())


u = Upper(a=1)
print("super", u["A"], u["B"])


class Sub(Default):
    pass


print("inherited", Sub(x=1)["y"], Sub.__missing__ is Default.__missing__)


class Raises(dict):
    def __missing__(self, key):
        raise KeyError("nothing at %r" % (key,))


try:
    Raises()["k"]
except KeyError as error:
    print("raises", error, error.args)
try:
    Default()[[]]
except TypeError as error:
    print("unhashable", error)


class Counting(dict):
    def __missing__(self, key):
        return 0


c = Counting()
for letter in "mississippi":
    c[letter] += 1
print("count", c)
del c["m"]
print("deleted", c["m"], len(c))


class Lower(dict):
    def __getitem__(self, key):
        return "own " + str(key)

    def __missing__(self, key):
        return "missing"


print("own getitem", Lower()["x"], Lower(x=1).get("x"))


class Aliases(dict):
    def __missing__(self, key):
        if isinstance(key, str):
            raise KeyError(key)
        return self[str(key)]


a = Aliases({"1": "one"})
print("alias", a[1])
try:
    a[2]
except KeyError as error:
    print("alias fails", repr(error))


class NoMethod(dict):
    pass


try:
    NoMethod()["k"]
except KeyError as error:
    print("plain", repr(error))
NoMethod.__missing__ = lambda self, key: "late"
