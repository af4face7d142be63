# A little of everything, interleaved: values of one round are reached by the next through one structure each.
class Holder:
    def __init__(self, value):
        self.value = value

    def __iter__(self):
        yield self
        yield self.value


def gen(x):
    local = [x, str(x)]
    yield local
    yield Holder(local)


state = {"list": [], "dict": {}, "holder": Holder(0), "gen": gen(0), "fn": lambda: 0, "tuple": (), "big": 1, "text": ""}
for i in range(60):
    state["list"] = (state["list"] + [str(i)])[-8:]
    state["dict"] = {k: state["dict"].get(k, "") + str(i)[-1] for k in ("a", "b", "c" + str(i % 3))}
    state["holder"] = Holder([state["holder"].value, i] if i % 5 else i)
    produced = list(state["gen"])
    state["gen"] = gen(produced[1].value[1] + str(i) if i % 6 else i)
    state["fn"] = (lambda f, n: lambda: [n, f() if n % 4 else None])(state["fn"], i)
    state["tuple"] = (state["tuple"], i) if i % 7 else (i,)
    state["big"] = state["big"] * 1000003 % (10**40 + 9)
    state["text"] = (state["text"] + "%s:%r;" % (i, state["list"][-2:]))[-90:]
    if i % 6 == 5:
        try:
            raise ValueError(state["text"][-10:], [state["big"]])
        except ValueError as e:
            print(i, e.args)
        print(state["list"], sorted(state["dict"].items()), state["holder"].value)
        print(state["fn"](), state["tuple"], state["big"], [x if x is produced[0] else x.value for x in produced])
