# Containers that change, or whose only reference is the loop itself.
for word in ("w" + str(i) for i in range(5)):
    print(word + "!", [word * 2 for _ in range(2)])
for a, (b, c) in [("a" + str(i), ("b" + str(i), ["c" + str(i)])) for i in range(4)]:
    print(a + b, c + [a])
for k, v in sorted({"k" + str(i): ["v" + str(i)] for i in range(5)}.items()):
    v.append(k + "+" + v[0])
    print(k, v)
items = ["start"]
for item in items:
    if len(items) < 20:
        items.append(item[-4:] + str(len(items)))
        items[0] = [items[0], len(items)] if len(items) % 6 == 0 else items[0]
print(items)
for i, pair in enumerate(zip(["l" + str(i) for i in range(4)], ("t" + str(i) for i in range(9)), map(str, range(100, 200)))):
    print(i, pair, [p + "z" for p in pair])
stack = [["root"]]
order = []
while stack:
    node = stack.pop()
    order.append(node[-1])
    if len(node) < 4:
        stack.extend([node + [node[-1][0] + str(len(node)) + side] for side in "lr"])
print(order)


class Shrinking:
    def __init__(self):
        self.items = ["s" + str(i) for i in range(12)]

    def __iter__(self):
        while self.items:
            yield self.items.pop(0) + "/" + str(len(self.items))


print([x + "." for x in Shrinking()])
it = iter(["i" + str(i) for i in range(6)])
print([a + b for a, b in zip(it, it)], list(it))
print([list(map(lambda s: s + str(n), ["m" + str(i) for i in range(n)])) for n in range(4)])
d = {}
for i in range(30):
    d["x" + str(i)] = list(d.values())[-1:] and [str(len(d))]
print(len(d), d["x29"], d["x0"])
