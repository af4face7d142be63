text = (
    "It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want "
    "of a wife. However little known the feelings or views of such a man may be on his first entering a "
    "neighbourhood, this truth is so well fixed in the minds of the surrounding families."
)


def wrap(text, width):
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > width and lines[-1]:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


for width in (20, 33, 60):
    for line in wrap(text, width):
        print("|" + line + " " * (width - len(line)) + "|")


def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line
    gaps = len(words) - 1
    spaces = width - sum(len(w) for w in words)
    return "".join(w + " " * (spaces // gaps + (i < spaces % gaps)) for i, w in enumerate(words[:-1])) + words[-1]


for line in wrap(text, 40)[:-1]:
    print(justify(line, 40) + "|")
words = [w.strip(".,").lower() for w in text.split()]
print(len(words), len(set(words)), max(words, key=lambda w: (len(w), w)), sorted(set(w for w in words if len(w) > 8)))
print(" ".join(w[1:] + w[0] + "ay" if w[0] not in "aeiou" else w + "way" for w in words[:12]))
print("".join(w[0].upper() for w in words), sum(c in "aeiou" for c in text), text.title()[:30] if hasattr(text, "title") else "It Is A Truth Universally Ackn")
