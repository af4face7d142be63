class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value.args if value else None)
        return self.swallow


with Manager("a") as a:
    print("body", a)
with Manager("b", swallow=True):
    raise ValueError("swallowed")
try:
    with Manager("c"):
        raise KeyError("through")
except KeyError:
    print("caught")
with Manager("outer") as o, Manager("inner") as i:
    print(o, i)
with Manager("swallower", True):
    with Manager("passer"):
        raise RuntimeError("nested")


def returning():
    with Manager("r"):
        return "returned"


def looping():
    for n in range(4):
        with Manager("loop%d" % n):
            if n == 0:
                continue
            if n == 2:
                break
            print("in", n)
    return n


print(returning(), looping())


class Failing:
    def __enter__(self):
        raise ValueError("enter failed")

    def __exit__(self, *a):
        print("never")


try:
    with Manager("first"), Failing():
        print("never")
except ValueError as e:
    print(e)


def generator():
    with Manager("gen"):
        yield 1
        yield 2


print(list(generator()))
g = generator()
next(g)
g.close()
