# Generators that are suspended while others allocate.
def producer(tag, n):
    local = [tag + str(i) for i in range(3)]
    for i in range(n):
        scratch = {tag + str(i): [i] * 3}
        try:
            got = yield (tag, i, local[i % 3] + str(scratch[tag + str(i)]))
            if got:
                local.append(got)
        finally:
            scratch = None
    return local


active = [producer(chr(97 + i), i + 2) for i in range(8)]
round = 0
while active:
    following = []
    for g in active:
        try:
            print(next(g) if round == 0 else g.send("sent" + str(round)))
            following.append(g)
        except StopIteration as stop:
            print("returned", stop.value)
        garbage = [str(i) * 5 for i in range(30)]
    active = following
    round += 1


def layers(n):
    held = "layer" + str(n)
    if n:
        for x in layers(n - 1):
            yield held + "/" + x
    else:
        for i in range(4):
            yield str(i) + "!" * i


for line in layers(10):
    print(line)
print(sum(len(a + b) for a, b in zip(layers(3), layers(5))))


def delegate(n):
    mine = ["d"] * n + [str(n)]
    result = (yield from delegate(n - 1)) if n else []
    yield mine
    return result + mine


print(list(delegate(6)))
