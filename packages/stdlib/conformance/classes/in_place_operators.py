# Methods of operators in place, which are asked before the plain ones.
names = {
    "iadd": "+=",
    "isub": "-=",
    "imul": "*=",
    "imatmul": "@=",
    "itruediv": "/=",
    "ifloordiv": "//=",
    "imod": "%=",
    "ipow": "**=",
    "ilshift": "<<=",
    "irshift": ">>=",
    "iand": "&=",
    "ixor": "^=",
    "ior": "|=",
}


def told(name):
    return lambda self, other: (name, other)


for name, sign in names.items():
    both = type("Both", (), {"__%s__" % name: told(name), "__%s__" % name[1:]: told(name[1:])})
    plain = type("Plain", (), {"__%s__" % name[1:]: told(name[1:])})
    only = type("Only", (), {"__%s__" % name: told(name)})
    refuses = type("Refuses", (), {"__%s__" % name: lambda self, other: NotImplemented, "__%s__" % name[1:]: told(name[1:])})
    for kind in (both, plain, only, refuses):
        scope = {"x": kind()}
        exec("x %s 2" % sign, scope)
        print(kind.__name__, sign, scope["x"])
    try:
        exec("x %s 2" % sign, {"x": object()})
    except TypeError as error:
        print(error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print([1, 2, 3][Index(1)], "abc"[Index(-1)], range(10)[Index(2)], hex(Index(255)), int(Index(4)), [0] * Index(2), list(range(Index(3))), "abc"[Index(1) :])
