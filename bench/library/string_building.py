parts = []
text = ""
for i in range(60000):
    parts.append(f"{i:05d}:{i * i}")
    if i % 10 == 0:
        text += str(i) + ","
joined = ";".join(parts)
print(len(joined), len(text), joined.upper().count("9"), joined[::-1][:20], joined.replace("1", "one").find("one9"))
