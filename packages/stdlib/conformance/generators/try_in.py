def careful(n):
    for i in range(n):
        try:
            yield i
        except KeyError:
            print("KeyError at", i)
            yield "recovered"
        finally:
            print("finally", i)


g = careful(4)
print(next(g))
print(g.throw(KeyError("x")))
print(next(g))
print(next(g))
g.close()
print(list(careful(2)))


def raises():
    yield 1
    raise ValueError("inside")


g = raises()
print(next(g))
try:
    next(g)
except ValueError as e:
    print("ValueError", e)
print(next(g, "exhausted"))


def nested():
    try:
        try:
            yield "a"
        finally:
            yield "b"
    finally:
        yield "c"


print(list(nested()))


def inner():
    try:
        yield 1
        yield 2
    except RuntimeError:
        print("inner caught")
        yield 3


def outer():
    yield 0
    yield from inner()
    yield 4


g = outer()
print(next(g), next(g), g.throw(RuntimeError("r")), next(g), next(g, None))
g = careful(3)
for x in g:
    if x == 1:
        break
g.close()
print("done")
