# Rings of garbage, and rings that are still reachable through one thread.
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []
        self.owner = self

    def ring(self, n):
        first = previous = self
        for i in range(n):
            node = Node(self.name + "." + str(i))
            previous.links.append(node)
            node.links.append(first)
            previous = node
        return previous


kept = []
for i in range(60):
    last = Node("n" + str(i)).ring(6)
    if i % 9 == 0:
        kept.append(last.links[0])
for node in kept:
    names = []
    walker = node
    for _ in range(6):
        names.append(walker.name)
        walker = walker.links[0]
    print(names, walker.links[0].owner is walker.links[0])
a = []
for i in range(50):
    a = [a, str(i)]
    if i % 10 == 9:
        a.append(a)
    b = {"self": None, "text": "b" + str(i)}
    b["self"] = b
out = []
while a:
    out.append(a[1] + ("*" if len(a) > 2 and a[2] is a else ""))
    a = a[0]
print(out, b["self"]["self"]["text"])


def closure_cycle(n):
    cell = ["cell" + str(n)]

    def me():
        return cell[0] + str(cell[1] is me)

    cell.append(me)
    return me


print([closure_cycle(i)() for i in range(12)])
gens = []


def looping(n):
    mine = (yield) or "none"
    while True:
        mine = yield [mine, n, gens and gens[0] is not None]


for i in range(10):
    g = looping("g" + str(i))
    next(g)
    gens.append(g)
print([g.send("sent" + str(i)) for i, g in enumerate(gens)])
