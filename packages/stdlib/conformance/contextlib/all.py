import io
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress, AbstractContextManager, ContextDecorator


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


@contextmanager
def managed(name, swallow=False):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", name, error)
        if not swallow:
            raise
    finally:
        print("exit", name)


with managed("a") as value:
    print("value", value)
with managed("b", swallow=True):
    raise ValueError("inside")
try:
    with managed("c"):
        raise ValueError("through")
except ValueError as error:
    print("outside", error)
try:
    with managed("d"):
        raise KeyError("other")
except KeyError as error:
    print("outside", repr(error))


@contextmanager
def broken():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


def use(manager):
    with manager as value:
        return value


attempt("no yield", lambda: use(broken()))
attempt("two yields", lambda: use(twice()))
print("return", use(managed("e")))


@managed("f")
def decorated(x):
    return x + 1


print("decorator", decorated(1), decorated(2))

with suppress(KeyError, ValueError):
    {}["missing"]
    print("not reached")
try:
    with suppress(KeyError):
        raise TypeError("kept")
except TypeError as error:
    print("suppress", error)


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print("closing", type(thing).__name__)
with nullcontext(5) as value:
    print("null", value)

with ExitStack() as stack:
    stack.callback(print, "callback", 1)
    print("entered", stack.enter_context(managed("g")))
    stack.push(lambda *args: print("pushed", args[0]))
with ExitStack() as stack:
    stack.enter_context(suppress(ZeroDivisionError))
    stack.enter_context(managed("h"))
    1 / 0
print("after")
with ExitStack() as stack:
    stack.callback(print, "kept")
    kept = stack.pop_all()
print("popped")
kept.close()
attempt("not a manager", lambda: ExitStack().enter_context(5))


class Custom(AbstractContextManager):
    def __exit__(self, *args):
        print("custom exit", args[0])


with Custom() as custom:
    print("custom", type(custom).__name__)


class Tag(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("<%s>" % self.name)
        return self

    def __exit__(self, *args):
        print("</%s>" % self.name)
        return False


@Tag("p")
def paragraph(text):
    print(text)


paragraph("hello")
paragraph("again")
