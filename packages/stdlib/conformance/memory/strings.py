# Building, joining, splitting and formatting with nothing holding the pieces.
words = [("w" + str(i * 7919 % 1000)) * (i % 4 + 1) for i in range(60)]
print(" ".join(w.upper() + str(len(w)) for w in words))
print("".join([a + b for a, b in zip(words, reversed(words))])[:200])
text = ""
for i, w in enumerate(words):
    text = text + w + ("," if i % 3 else ";") + str(i)
    if i % 10 == 9:
        print(len(text), text[-40:])
parts = [p.split(",") for p in text.split(";")]
print(parts[:3], len(parts), sum(len(p) for p in parts))
print(";".join(",".join(p) for p in parts) == text)
for i in range(12):
    line = "%s|%r|%10s|%-10s" % (words[i] + "x", [words[i + 1] * 2], words[i + 2][:5] + "y", (words[i + 3] + words[i])[:8])
    print(line, "{:>12}{}".format(str(i) + words[i][:4], [str(i) + "f"]), f"{words[i] + str(i)}{[w + '!' for w in words[:2]]}")
s = "a,b,c" * 30
for i in range(10):
    s = s.replace("a", "x" + str(i) + "a", 3).replace("b,", "B" * i + ",")
print(len(s), s[:120])
data = b""
for i in range(30):
    data = data + bytes([i, 255 - i]) + str(i).encode() + b"-" * (i % 3)
print(data)
print(b"|".join([data[i : i + 10] + b"!" for i in range(0, len(data), 25)]))
interned = {}
for i in range(300):
    interned["name" + str(i % 50)] = interned.get("name" + str((i + 1) % 50), "") + str(i % 10)
print(sorted(interned.items())[:6])
for i in range(20):
    exec("variable_%d = 'value' + str(%d)\nresult = variable_%d * 2" % (i, i, i))
print(result)
