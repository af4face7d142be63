# Parenthesised context managers.
class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, *args):
        print("exit", self.name)
        return args[0] is ValueError


with (Manager("a") as a, Manager("b") as b):
    print(a, b)
with (
    Manager("c") as c,  # a comment
    # another
    Manager("d"),
    Manager("e") as (f),
):
    print(c, f)
with (Manager("g")):
    print("grouped")
with (Manager("h")) as h:
    print(h)
with (Manager("i"), Manager("j")):
    print("two")
with Manager("k") as k, Manager("l") as l:
    print(k, l)
with (Manager("m"),):
    raise ValueError
with (
    Manager("n")
) as n: print(n)


class Box:
    pass


box = Box()
with (Manager("o") as box.value, Manager("p") as [q, *r]):
    print(box.value, q, r)
with (Manager("s") if a else None) as s, (Manager("t")) as t:
    print(s, t)


def nested():
    with (Manager("u") as u, Manager("v") as v):
        with (
            Manager("w") as w
        ):
            print(u, v, w)


nested()
