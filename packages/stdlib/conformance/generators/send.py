def averager():
    total = 0
    n = 0
    average = None
    while True:
        x = yield average
        total += x
        n += 1
        average = total / n


g = averager()
print(next(g))
for x in (10, 20, 60, 2):
    print(g.send(x))
g.close()
try:
    g.send(1)
except StopIteration:
    print("closed")


def echo():
    received = []
    try:
        while True:
            try:
                received.append((yield len(received)))
            except ValueError as e:
                received.append("caught " + str(e))
    finally:
        print("cleanup", received)


e = echo()
print(next(e), e.send("a"), e.throw(ValueError("boom")), e.send("b"))
e.close()


def returning():
    yield 1
    yield 2
    return "result"


def delegating():
    value = yield from returning()
    print("got", value)
    yield 3


print(list(delegating()))
g = returning()
next(g)
next(g)
try:
    next(g)
except StopIteration as stop:
    print("value", stop.value)
try:
    g2 = averager()
    g2.send(5)
except TypeError:
    print("TypeError")
