lines = []
for i in range(15):
    lines.append("line " + str(i) + ": " + "*" * i)
text = "\n".join(lines)
print(text)
print(len(text), text.count("*"), text.count("line"))
result = ""
for c in text:
    if c in "aeiou":
        result += c.upper()
    elif c != "*":
        result += c
print(result)
counts = {}
for c in text:
    counts[c] = counts.get(c, 0) + 1
print(sorted(counts.items()))
print("".join(reversed("stressed")), "".join(sorted("stressed")))
table = str.join(",", ["1", "2"])
print(table, str(None), str(True), str([1, "a", None]), repr("it's"), repr('"'), repr("\n\t\\"))
