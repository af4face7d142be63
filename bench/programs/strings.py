def main():
    total = 0
    for n in range(60):
        parts = []
        for i in range(500):
            parts.append(str(i) + "," + "abc" * (i % 4))
        text = ";".join(parts)
        total += len(text) + len(text.split(";")) + text.count("abc")
        total += len(text.replace("abc", "x").upper())
        line = ""
        for i in range(100):
            line += "xy"
        total += line.find("yy") + len(line)
    return total


print(main())
