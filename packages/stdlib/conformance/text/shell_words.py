import reprlib
import shlex

for text in ("a b  c", "'a b' c", '"a \\"b\\" c" d', "a\\ b", "x='1 2'y", "", "''", "a # b"):
    print("split", repr(text), shlex.split(text))
print("comments", shlex.split("a # b\nc", comments=True))
print("posix", shlex.split("'a b' c", posix=False))
for text in ("'a", '"a', "a\\"):
    try:
        shlex.split(text)
    except ValueError as error:
        print("error", error)
print("quote", [shlex.quote(text) for text in ("a", "a b", "", "it's", "$HOME", "x/y-z_1.txt")])
print("join", shlex.join(["echo", "a b", "c"]))
print("list", reprlib.repr(list(range(20))), reprlib.repr([]), reprlib.repr([1]))
print("tuple", reprlib.repr((1,)), reprlib.repr(tuple(range(9))))
print("set", reprlib.repr(set(range(9))), reprlib.repr(frozenset([1])), reprlib.repr(set()))
print("dict", reprlib.repr({i: i * i for i in range(9)}), reprlib.repr({}))
print("str", reprlib.repr("x" * 50), reprlib.repr("short"))
print("int", reprlib.repr(10**60))
print("nested", reprlib.repr([[[[[[[[1]]]]]]]]))


class Node:
    def __init__(self):
        self.items = [self]

    @reprlib.recursive_repr("<...>")
    def __repr__(self):
        return "Node(%r)" % (self.items,)


print("recursive", Node())
