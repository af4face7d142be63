# Inserting and deleting across many growths of the table.
d = {}
for i in range(500):
    d[i * 7 % 501] = i
    if i % 3 == 0:
        d["k%d" % i] = [i]
    if i % 5 == 0 and i in d:
        del d[i]
print(len(d), sum(k for k in d if isinstance(k, int)), sum(v[0] for v in d.values() if isinstance(v, list)))
ints = sorted(k for k in d if isinstance(k, int))
print(ints[:10], ints[-10:], len(ints))
for i in range(0, 500, 2):
    d.pop(i, None)
    d.pop("k%d" % i, None)
print(len(d), sorted(k for k in d if isinstance(k, str))[:10])
while len(d) > 20:
    d.popitem()
print(len(d))
for i in range(2000):
    d[i] = i
    if i >= 10:
        del d[i - 10]
print(sorted(k for k in d if isinstance(k, int) and k > 1980))
big = {str(i): i for i in range(1000)}
print(len(big), sum(big.values()), big["999"], big["0"], "1000" in big)
print(all(big[str(i)] == i for i in range(1000)))
