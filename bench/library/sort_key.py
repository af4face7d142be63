seed = 1
rows = []
for _ in range(50000):
    seed = seed * 16807 % 65537
    rows.append((seed % 100, "name%d" % seed))
rows.sort(key=lambda row: row[1])
rows.sort(key=lambda row: row[0])
print(rows[0], rows[-1], sorted(rows, reverse=True)[0])
