from collections import ChainMap, OrderedDict, UserDict


class Singleton(type):
    instances = {}

    def __new__(mcs, name, bases, namespace, **options):
        namespace["tag"] = options.get("tag", name.lower())
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args, **kwargs)
        return cls.instances[cls]


class Config(metaclass=Singleton, tag="cfg"):
    def __init__(self, value=0):
        self.value = value


class Plain(metaclass=Singleton):
    pass


print("singleton", Config(1) is Config(2), Config().value, Config.tag, Plain() is Plain(), Plain.tag)


class Once:
    _instance = None

    def __new__(cls, *args):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, value=None):
        self.value = value


print("once", Once(1) is Once(2), Once(3).value)


class Plugin:
    pass


class First(Plugin):
    pass


class Second(Plugin):
    pass


class Third(First):
    pass


class Both(First, Second):
    pass


def names(classes):
    return [cls.__name__ for cls in classes]


print("subclasses", names(Plugin.__subclasses__()), names(First.__subclasses__()), Third.__subclasses__(), names(Second.__subclasses__()))


def everything(cls):
    found = []
    for sub in cls.__subclasses__():
        found.append(sub.__name__)
        found.extend(everything(sub))
    return found


print("all", everything(Plugin), sorted(set(everything(Plugin))))


class Pairs:
    def __init__(self, **values):
        self.values = values

    def keys(self):
        return self.values.keys()

    def __getitem__(self, key):
        return self.values[key]


pairs = Pairs(a=1, b=2)
print("dict", dict(pairs), dict(pairs, c=3), {**pairs}, (lambda **k: k)(**pairs))
d = {"z": 0}
d.update(pairs, y=1)
print("update", d)
print("mappings", dict(UserDict(q=1)), dict(ChainMap({"a": 1}, {"a": 2, "b": 3})), dict(OrderedDict(x=1)))


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


print("user dict", dict(Upper(a=1)), Upper({"b": 2}))


class Broken:
    def keys(self):
        return ["a"]

    def __getitem__(self, key):
        raise ValueError("no " + key)


try:
    dict(Broken())
except ValueError as error:
    print("broken", error)
for call in (lambda: Plugin(1), lambda: Third(x=1), lambda: Both(1, 2)):
    try:
        call()
    except TypeError as error:
        print("arguments", error)


class Late:
    pass


def init(self, value):
    self.value = value


Late.__init__ = init
print("late", Late(4).value)


class Number(int):
    pass


class Failure(Exception):
    pass


print("native", Number(5) + 1, Failure("a", 1).args)
for use in (lambda: b"a\xff".decode(), lambda: "h\xe9".encode("ascii"), lambda: b"\xe2\x82".decode("utf-8"), lambda: "\u20ac".encode("latin-1")):
    try:
        use()
    except UnicodeError as error:
        print("unicode", type(error).__name__, error, error.start, error.reason)


class Counted:
    created = 0

    def __init__(self):
        type(self).created += 1

    @classmethod
    def reset(cls):
        cls.created = 0


Counted(), Counted()
print("counted", Counted.created)
Counted.reset()
print("reset", Counted.created)
