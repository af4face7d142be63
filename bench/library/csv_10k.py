import csv
import io
out = io.StringIO()
writer = csv.writer(out)
writer.writerow(["id", "name", "note", "price"])
for i in range(10000):
    writer.writerow([i, "name %d" % i, 'has "quotes", and commas' if i % 3 == 0 else "plain", i / 4])
text = out.getvalue()
rows = list(csv.reader(io.StringIO(text)))
total = sum([float(row["price"]) for row in csv.DictReader(io.StringIO(text))])
print(len(text), len(rows), rows[4], total)
