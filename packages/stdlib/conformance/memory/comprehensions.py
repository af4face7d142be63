# Comprehensions keep half-built results while their bodies allocate, call and raise.
def text(n):
    return "t" + str(n) * 2


print([[text(i * j) + "|" for j in range(i)] for i in range(7)])
print(sorted({text(i): [text(j) for j in range(3)] for i in range(9)}.items())[:4])
print(sorted({(text(i % 4), text(i % 3)) for i in range(30)}))
print([(lambda a: [a + text(j) for j in range(2)])(text(i)) for i in range(4)])


def maybe(n):
    if n % 4 == 3:
        raise ValueError(text(n))
    return [text(n)]


for limit in range(2, 6):
    try:
        print([maybe(i) + [text(i)] for i in range(limit)])
    except ValueError as e:
        print("ValueError", e.args, [text(limit)])


def recursive(n):
    return [text(n)] + [x + str(n) for x in (recursive(n - 1) if n else [])]


print(recursive(9))
print(sum([len(x) for row in [[text(i)] * i for i in range(20)] for x in row]))
print([x for x in map(lambda p: p[0] + str(p[1]), zip([text(i) for i in range(6)], range(6))) if text(3) not in x])
print(list(filter(lambda t: len(t + text(1)) % 2, (text(i * i) for i in range(15)))))
print("".join(sorted(c + text(i)[1:2] for i, c in enumerate("comprehension"))))
print(max((text(i)[::1] for i in range(30)), key=lambda t: t[1:] + text(0)), any(text(i) == "t77" for i in range(9)))
