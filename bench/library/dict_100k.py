table = {}
for i in range(100000):
    table[i * 7 % 1000003] = i
names = {}
for i in range(100000):
    names["k%d" % i] = i
total = 0
for i in range(100000):
    total += table[i * 7 % 1000003] + names["k%d" % i]
print(total, len(table), len(names), next(iter(names)))
