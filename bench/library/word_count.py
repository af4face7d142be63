words = "the quick brown fox jumps over the lazy dog and runs away from the big bad wolf".split()
text = " ".join([words[(i * 7 + i // 3) % len(words)] for i in range(60000)])
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
print(top[:3], len(text))
