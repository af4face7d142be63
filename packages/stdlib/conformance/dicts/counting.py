text = "it was the best of times it was the worst of times it was the age of wisdom"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
for word in sorted(counts):
    print(word, counts[word])
groups = {}
for word in sorted(set(text.split())):
    groups.setdefault(len(word), []).append(word)
for size in sorted(groups):
    print(size, groups[size])
inverted = {}
for word, n in sorted(counts.items()):
    inverted.setdefault(n, set()).add(word)
print([(n, sorted(inverted[n])) for n in sorted(inverted)])
print(max(counts, key=lambda w: (counts[w], w)), sum(counts.values()))
nested = {}
for word in sorted(counts):
    node = nested
    for c in word:
        node = node.setdefault(c, {})
    node["$"] = counts[word]


def walk(node, prefix):
    for k in sorted(node):
        if k == "$":
            print(prefix, node[k])
        else:
            walk(node[k], prefix + k)


walk(nested, "")
