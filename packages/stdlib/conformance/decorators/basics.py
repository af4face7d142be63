log = []


def traced(f):
    def wrapper(*args, **kwargs):
        log.append(("call", args, sorted(kwargs.items())))
        result = f(*args, **kwargs)
        log.append(("return", result))
        return result

    return wrapper


def repeat(times):
    def decorate(f):
        def wrapper(*args):
            return [f(*args) for _ in range(times)]

        return wrapper

    return decorate


@traced
def add(a, b=1):
    return a + b


@repeat(3)
@traced
def greet(name):
    return "hi " + name


print(add(1), add(2, b=5), greet("Ann"))
for entry in log:
    print(entry)


class Register:
    handlers = {}

    def __init__(self, name):
        self.name = name

    def __call__(self, f):
        self.handlers[self.name] = f
        return f


@Register("double")
def double(x):
    return 2 * x


@Register("negate")
def negate(x):
    return -x


for name in sorted(Register.handlers):
    print(name, Register.handlers[name](21))


def tagged(cls):
    cls.tag = "tagged"
    return cls


@tagged
class Thing:
    @staticmethod
    def make():
        return Thing()

    @classmethod
    def named(cls, n):
        t = cls()
        t.n = n
        return t

    @property
    def label(self):
        return "thing %s" % getattr(self, "n", "?")


print(Thing.tag, Thing.make().label, Thing.named(5).label, Thing().tag)
