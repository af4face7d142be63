# Key functions and comparisons that allocate while the sort holds values.
rows = [["r" + str(i * 7919 % 101), [i, str(i)]] for i in range(60)]
rows.sort(key=lambda r: r[0] + "-" + str(len([str(x) for x in range(8)])) + str(r[1][0] + 1000))
print([r[0] + r[1][1] for r in rows])
print(sorted(rows, key=lambda r: (str(r[1][0] % 7), "k" + str(1000 - r[1][0])))[:6])


class Item:
    made = 0

    def __init__(self, n):
        self.n = n
        self.text = "item" + str(n)

    def __lt__(self, other):
        Item.made += len(["%s<%s" % (self.text, other.text), [str(self.n)] * 3])
        return self.text + "!" < other.text + "!"


items = [Item(i * 31 % 47) for i in range(47)]
items.sort()
print([i.text for i in items], Item.made > 0)
print([i.n for i in sorted(items, key=lambda i: (i.n % 5, str(i.n) + "s"), reverse=True)])
print(min(items, key=lambda i: str(i.n) * 2).text, max(items, key=lambda i: [str(i.n), "x" + i.text]).text)
print(sorted([str(i * 7 % 30) + "y" for i in range(30)], key=lambda s: s[::1] + str(len(s)) * 3))
words = "the quick brown fox jumps over the lazy dog again and again".split()
print(sorted(set(w + str(len(w)) for w in words), key=lambda w: (w[-1] + w, [w])))
print([k + str(v) for k, v in sorted({w: [len(w), w * 2] for w in words}.items(), key=lambda kv: kv[1][1] + kv[0])])
