# Exceptions in flight, with their arguments and tracebacks, while handlers allocate.
def junk(n):
    return [str(i) + "junk" for i in range(n)]


class Carrier(Exception):
    def __init__(self, payload):
        super().__init__(payload)
        self.payload = payload


def deep(n, payload):
    local = junk(n)
    try:
        if n == 0:
            raise Carrier(payload + ["bottom"])
        return deep(n - 1, payload + [str(n)])
    except ValueError:
        return None
    finally:
        local.append(junk(3))
        payload.append("unwound" + str(n))


for n in range(1, 10):
    try:
        deep(n, ["start" + str(n)])
    except Carrier as e:
        garbage = junk(40)
        print(n, e.payload, e.args[0] is e.payload)


def chain(n):
    try:
        if n == 0:
            raise ValueError("v" + str(n))
        chain(n - 1)
    except ValueError as e:
        junk(10)
        raise ValueError(e.args[0] + "," + str(n), *junk(2))


try:
    chain(8)
except ValueError as e:
    print(e.args)
kept = []
for i in range(40):
    try:
        {}["key" + str(i)]
    except KeyError as e:
        kept.append((e, "text" + str(i)))
print([(e.args, t) for e, t in kept[::1]][-5:], len(kept))


def handler(x):
    try:
        raise Carrier(junk(2) + [x])
    except Carrier as e:
        try:
            junk(20)
            raise KeyError(junk(1))
        except KeyError as inner:
            return e.payload, inner.args


for i in range(5):
    print(handler("h" + str(i)))
