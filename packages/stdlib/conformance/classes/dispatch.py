class Event:
    handlers = {}

    @classmethod
    def on(cls, name):
        def register(f):
            cls.handlers.setdefault(name, []).append(f)
            return f

        return register

    @classmethod
    def fire(cls, name, *args):
        return [f(*args) for f in cls.handlers.get(name, [])]


@Event.on("start")
@Event.on("both")
def first(*args):
    return ("first",) + args


@Event.on("both")
def second(*args):
    return "second", len(args)


print(Event.fire("start"), Event.fire("both", 1, 2), Event.fire("none"))


class State:
    def next(self, c):
        raise NotImplementedError


class Idle(State):
    def next(self, c):
        return Running(0) if c == "s" else self


class Running(State):
    def __init__(self, n):
        self.n = n

    def next(self, c):
        return {"+": lambda: Running(self.n + 1), "x": Idle}.get(c, lambda: self)()

    def __repr__(self):
        return "Running(%d)" % self.n


state = Idle()
for c in "a+s++?+x+s+":
    state = state.next(c)
    print(c, repr(state) if isinstance(state, Running) else "Idle")
try:
    State().next("c")
except NotImplementedError:
    print("NotImplementedError")


class Visitor:
    def visit(self, x):
        return getattr(self, "visit_" + type(x).__name__, self.other)(x)

    def visit_int(self, x):
        return "int %d" % x

    def visit_list(self, x):
        return [self.visit(i) for i in x]

    def visit_str(self, x):
        return x.upper()

    def other(self, x):
        return "? " + type(x).__name__


print(Visitor().visit([1, "a", [2, ["b", None]], 1.5]))
print(type("Made", (Idle,), {"extra": lambda self: "dynamic"})().extra())
