# str() of subclasses of built-in types that have __repr__ only, or __str__ only.


class Tuple(tuple):
    def __repr__(self):
        return "Tuple!"


class List(list):
    def __repr__(self):
        return "List!"


class Dict(dict):
    def __repr__(self):
        return "Dict!"


class Text(str):
    def __repr__(self):
        return "Text!"


class Int(int):
    def __repr__(self):
        return "Int!"


class Float(float):
    def __repr__(self):
        return "Float!"


class Set(set):
    def __repr__(self):
        return "Set!"


class Inherits(List):
    pass


for kind in (Tuple, List, Dict, Text, Int, Float, Set, Inherits):
    value = kind()
    print(kind.__name__, value, str(value), repr(value), f"{value}", "%s" % (value,), [value], "{}".format(value))


class Error(Exception):
    def __repr__(self):
        return "Error!"


print(Error("x"), str(Error("x")), repr(Error("x")), [Error()])


class Said(list):
    def __str__(self):
        return "said"


print(Said(), repr(Said()), [Said()], f"{Said()}")

# texts of a subclass are joined as texts are
names = [Text("a"), "b", Text("c")]
print(",".join(names), "".join(tuple(names)), "-".join(iter(names)), names)
for bad in (5, None, [1], ["a", 1]):
    try:
        print("".join(bad))
    except TypeError as error:
        print(error)
