edges = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (5, 6), (6, 7), (7, 5), (8, 8)]
neighbours = {}
for a, b in edges:
    neighbours.setdefault(a, set()).add(b)
    neighbours.setdefault(b, set()).add(a)


def component(start):
    seen = set()
    todo = [start]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo.extend(sorted(neighbours[node] - seen))
    return seen


remaining = set(neighbours)
while remaining:
    found = component(min(remaining))
    print(sorted(found))
    remaining -= found


def distances(start):
    found = {start: 0}
    ring = [start]
    while ring:
        following = []
        for node in ring:
            for other in sorted(neighbours[node]):
                if other not in found:
                    found[other] = found[node] + 1
                    following.append(other)
        ring = following
    return sorted(found.items())


for node in sorted(neighbours):
    print(node, sorted(neighbours[node]), distances(node))
